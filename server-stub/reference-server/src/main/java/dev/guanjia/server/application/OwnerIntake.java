package dev.guanjia.server.application;

import dev.guanjia.property.Owner;
import dev.guanjia.property.OwnerId;
import dev.guanjia.server.ids.Ids;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads new owners; what is wrong is noted with its place. */
final class OwnerIntake {

    private OwnerIntake() {}

    /** An owner; empty if the name or the number says nothing. */
    static Optional<Owner> read(Given given, String at, String name, @Nullable String mobile) {
        Optional<String> known = given.text(at + "/name", name);
        if (mobile != null && given.text(at + "/mobile", mobile).isEmpty()) {
            return Optional.empty();
        }
        return known.map(text -> new Owner(new OwnerId(Ids.next("ow")), text, mobile));
    }
}
