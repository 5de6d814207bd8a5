package dev.guanjia;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Our own sources, parsed by the compiler, for the tests that keep the house in order. */
final class Sources {

    static final Path MAIN = Path.of("src/main/java");

    private Sources() {}

    /** Every Java file below a folder, in name order. */
    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file and its syntax tree. */
    record Parsed(Path file, CompilationUnitTree tree, JavacTask task) {}

    /** Parses them all by one compiler: starting one for each file takes most of the time. */
    static List<Parsed> parse(List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
        JavacTask task =
                (JavacTask)
                        compiler.getTask(
                                null,
                                manager,
                                null,
                                List.of("--release", "17"),
                                null,
                                manager.getJavaFileObjectsFromPaths(files));
        try {
            List<Parsed> parsed = new ArrayList<>();
            for (CompilationUnitTree tree : task.parse()) {
                parsed.add(new Parsed(Path.of(tree.getSourceFile().getName()), tree, task));
            }
            return parsed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
