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

-- query: The answer to a payment that was sent twice
-- uses: transactions_request_key
select id, wallet_id, amount_cents, created_at
from transactions
where request = $1;

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

-- query: Spend from a wallet, if it holds enough
-- uses: wallets_pkey
update wallets
set balance_cents = balance_cents - $2, updated_at = now()
where id = $1 and status = 'open' and balance_cents >= $2;

-- query: Top-ups that nobody has answered for a minute
-- uses: top_ups_unanswered
select id, wallet_id, amount_cents
from top_ups
where state = 'requested' and requested_at < now() - interval '1 minute'
order by requested_at
limit 10;

-- query: The top-ups of a wallet
-- uses: top_ups_of_wallet
select id, amount_cents, state
from top_ups
where wallet_id = $1;

-- query: The wallets of a festival, to be closed after it
-- uses: wallets_of_festival
select id, user_id, balance_cents
from wallets
where festival_id = $1;
