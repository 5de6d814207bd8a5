package dev.guanjia.server.jar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The packaged server, run as people run it. */
final class ServerJar {

    static final Path ROOT = Path.of(System.getProperty("guanjia.root", "../.."));
    static final Path FILE =
            ROOT.resolve("server-stub/reference-server/target/guanjia-server.jar").toAbsolutePath();

    private static final String LOG_LINE = "{\"@timestamp\"";

    private ServerJar() {}

    /**
     * How a run ended.
     *
     * @param lines what was printed, without the log
     */
    record Ended(int status, List<String> lines) {
        String last() {
            return lines.get(lines.size() - 1);
        }
    }

    static Ended run(String... arguments) {
        return run(Map.of(), arguments);
    }

    /** Runs with more environment. */
    static Ended run(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Dstdout.encoding=UTF-8");
        command.add("-jar");
        command.add(FILE.toString());
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("GUANJIA_PORT", "0");
        builder.environment().putAll(environment);
        return run(builder);
    }

    /** Runs and passes on what is printed, so that a long run is seen to move. */
    static Ended run(ProcessBuilder builder) {
        try {
            Process process = builder.redirectErrorStream(true).start();
            process.getOutputStream().close();
            List<String> lines = new ArrayList<>();
            BufferedReader out =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (!line.startsWith(LOG_LINE)) {
                    lines.add(line);
                    System.out.println(line);
                }
            }
            return new Ended(process.waitFor(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
