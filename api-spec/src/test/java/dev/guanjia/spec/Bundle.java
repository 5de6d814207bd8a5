package dev.guanjia.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Makes one self-contained document of the split sources.
 *
 * <p>Shape: {@code openapi.yaml} names its paths as {@code ./paths/concept.yaml#/Key}; every entry
 * of {@code components/schemas-concept.yaml} becomes {@code #/components/schemas/Entry}, and
 * likewise for examples, headers, parameters and responses.
 */
public final class Bundle {

    private static final List<String> SECTIONS =
            List.of("schemas", "parameters", "headers", "responses", "examples");

    private final Path sources;

    private Bundle(Path sources) {
        this.sources = sources;
    }

    /**
     * Writes the bundle.
     *
     * @param arguments the folder of the sources, then the files to write
     * @throws IOException if a file cannot be written
     */
    public static void main(String... arguments) throws IOException {
        String text = write(of(Path.of(arguments[0])));
        for (String target : List.of(arguments).subList(1, arguments.length)) {
            Path file = Path.of(target);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }

    /** The bundle of a folder of sources, as maps, lists and scalars. */
    static Map<String, Object> of(Path sources) {
        return new Bundle(sources).bundle();
    }

    private Map<String, Object> bundle() {
        Map<String, Object> document = read(sources.resolve("openapi.yaml"));
        Map<String, Object> paths = new LinkedHashMap<>();
        map(document.get("paths")).forEach((path, item) -> paths.put(path, pathItem(map(item))));
        document.put("paths", paths);
        document.put("components", components(map(document.get("components"))));
        return document;
    }

    private Object pathItem(Map<String, Object> item) {
        String[] reference = ((String) item.get("$ref")).split("#/", 2);
        Object content = read(sources.resolve(reference[0])).get(reference[1]);
        if (content == null) {
            throw new IllegalArgumentException("no such path item: " + item.get("$ref"));
        }
        return localised(content, "paths");
    }

    private Map<String, Object> components(Map<String, Object> own) {
        Map<String, Object> components = new LinkedHashMap<>();
        SECTIONS.forEach(section -> components.put(section, new TreeMap<String, Object>()));
        for (Path file : componentFiles()) {
            String section = section(file.getFileName().toString());
            Map<String, Object> entries = map(components.get(section));
            read(file).forEach((name, entry) -> add(entries, name, localised(entry, section)));
        }
        components.putAll(own);
        return components;
    }

    private static void add(Map<String, Object> entries, String name, Object entry) {
        if (entries.put(name, entry) != null) {
            throw new IllegalArgumentException("two components of one name: " + name);
        }
    }

    private List<Path> componentFiles() {
        try (Stream<Path> files = Files.list(sources.resolve("components"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same content with every reference into this document. */
    private static Object localised(Object content, String section) {
        if (content instanceof List<?> list) {
            // a list of its own each time: a shared empty one would be written as an alias
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(localised(item, section)));
            return copy;
        }
        if (!(content instanceof Map)) {
            return content;
        }
        Map<String, Object> result = new LinkedHashMap<>();
        map(content).forEach((key, value) -> result.put(key, entry(key, value, section)));
        return result;
    }

    private static Object entry(String key, Object value, String section) {
        return key.equals("$ref") && value instanceof String reference
                ? reference(reference, section)
                : localised(value, section);
    }

    private static String reference(String reference, String section) {
        String[] parts = reference.split("#/", 2);
        String target = parts[0].isEmpty() ? section : section(Path.of(parts[0]));
        return "#/components/" + target + "/" + parts[1];
    }

    private static String section(Path file) {
        return section(file.getFileName().toString());
    }

    private static String section(String file) {
        return SECTIONS.stream()
                .filter(file::startsWith)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown component file: " + file));
    }

    private static Map<String, Object> read(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // the keys of OpenAPI are strings, and values are only moved
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static String write(Map<String, Object> document) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setWidth(120);
        return new Yaml(new Paragraphs(options), options).dump(document);
    }

    /** Keeps texts of several lines readable. */
    private static final class Paragraphs extends Representer {
        Paragraphs(DumperOptions options) {
            super(options);
        }

        @Override
        protected Node representScalar(Tag tag, String value, ScalarStyle style) {
            return super.representScalar(
                    tag, value, value.contains("\n") ? ScalarStyle.LITERAL : style);
        }
    }
}
