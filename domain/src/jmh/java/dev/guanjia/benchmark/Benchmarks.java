package dev.guanjia.benchmark;

import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Runs what matches; where another module's benchmark is meant, there is nothing to run here. */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * Runs the benchmarks of this module.
     *
     * @param arguments as JMH takes them
     * @throws CommandLineOptionException for arguments that it does not know
     * @throws RunnerException if a benchmark fails
     */
    public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
        try {
            new Runner(new CommandLineOptions(arguments)).run();
        } catch (NoBenchmarksException none) {
            System.out.println("guanjia-domain has no benchmark " + String.join(" ", arguments));
        }
    }
}
