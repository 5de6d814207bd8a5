package dev.guanjia.spec;

import java.util.List;
import java.util.function.Function;

/**
 * One demand on the document.
 *
 * @param name kebab-case; {@code lint/<name>.yaml} plants the fault that it must find
 * @param check the places that break it, empty where none does
 */
record Rule(String name, Function<Document, List<String>> check) {

    List<String> findings(Document document) {
        return check.apply(document);
    }

    @Override
    public String toString() {
        return name;
    }
}
