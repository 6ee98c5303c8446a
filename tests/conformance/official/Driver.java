import com.structurizr.Workspace;
import com.structurizr.dsl.StructurizrDslParser;
import com.structurizr.util.WorkspaceUtils;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * Reads workspaces with the official library: each line of standard input is a DSL text in Base64, and
 * each line of standard output what became of it, in Base64 too: its JSON, or `ERR`, the class of the
 * exception and its message, a line each. The argument is the folder in which each text is a file.
 */
public class Driver {
    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0], "workspace.dsl");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String dsl = new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
            out.println(Base64.getEncoder().encodeToString(read(file, dsl).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static String read(Path file, String dsl) {
        try {
            StructurizrDslParser parser = new StructurizrDslParser();
            Files.writeString(file, dsl);
            parser.parse(file.toFile());
            Workspace workspace = parser.getWorkspace();
            return workspace == null ? "ERR\n\nNo workspace definition was found - please check your DSL" : WorkspaceUtils.toJson(workspace, false);
        } catch (Throwable problem) {
            return "ERR\n" + problem.getClass().getName() + "\n" + problem.getMessage();
        }
    }
}
