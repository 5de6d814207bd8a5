package dev.guanjia.server.web;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Values as the document writes them. */
final class Wire {

    private Wire() {}

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Where something can be read: the path below the version. */
    static URI location(String path, String id) {
        return URI.create("/v1/" + path + "/" + id);
    }
}
