package dev.guanjia.server.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of a program to its end.
 *
 * @param status what it ended with
 * @param output what it printed
 */
record Run(int status, String output) {

    private static final int PATIENCE_SECONDS = 600;
    private static final int NOT_FOUND = 127;

    boolean isSuccess() {
        return status == 0;
    }

    /** Runs it; a program that does not exist counts as one that failed. */
    static Run quietly(List<String> command) {
        try {
            Path output = Files.createTempFile("guanjia", ".out");
            try {
                return to(output, command);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            return new Run(NOT_FOUND, String.valueOf(e.getMessage()));
        }
    }

    /** Prints into a file: a server started from here would hold a pipe open for ever. */
    private static Run to(Path output, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        builder.redirectInput(new File(isWindows() ? "NUL" : "/dev/null"));
        // messages in one language, and no settings of a caller's own PostgreSQL
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        int status = waitFor(process);
        return new Run(status, Files.readString(output, StandardCharsets.ISO_8859_1).strip());
    }

    private static int waitFor(Process process) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                        return process.exitValue();
                    }
                    process.destroyForcibly();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean isWindows() {
        return File.separatorChar == '\\';
    }
}
