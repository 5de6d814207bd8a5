package dev.guanjia.server.application;

import dev.guanjia.catalogue.Label;
import java.util.Optional;

/**
 * What somebody calls something, not looked at yet.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record GivenLabel(String zh, String en) {

    /** The label, if both say something. */
    Optional<Label> read(Given given, String pointer) {
        boolean said = given.text(pointer + "/zh", zh).isPresent();
        said &= given.text(pointer + "/en", en).isPresent();
        return said ? Optional.of(new Label(zh, en)) : Optional.empty();
    }
}
