-- query: The wallet of a visitor at a festival
-- uses: wallets_of_visitor
select id, balance_cents, status
from wallets
where user_id = $1 and festival_id = $2;

-- query: The last ten movements of a wallet
-- uses: transactions_of_wallet
select movement, amount_cents, stall, created_at
from transactions
where wallet_id = $1
order by created_at desc
limit 10;

-- query: The next page of movements, by where the last one ended
-- uses: transactions_pkey
select id, wallet_id, movement, amount_cents
from transactions
where id > $1
order by id
limit 20;

-- query: Ten jobs that are due
-- uses: jobs_due
select id, kind, payload
from jobs
where done_at is null and due_at <= now()
order by due_at
limit 10
for update skip locked;
