package dev.guanjia.property;

import java.time.ZoneId;

/**
 * A residential or office estate under one management contract (小区).
 *
 * @param id which one
 * @param name what people call it, not blank
 * @param zone where its days begin and end; months and deadlines are those of this zone
 */
public record Community(CommunityId id, String name, ZoneId zone) {

    /** A community has a name. */
    public Community {
        PropertyText.require("community name", name);
    }
}
