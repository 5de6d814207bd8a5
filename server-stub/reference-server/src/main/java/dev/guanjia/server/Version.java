package dev.guanjia.server;

import java.util.Optional;

/** Which build this is. */
final class Version {

    private Version() {}

    /** The version in the manifest; classes that come from no jar have none. */
    static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
