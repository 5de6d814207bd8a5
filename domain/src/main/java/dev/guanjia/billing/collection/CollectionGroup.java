package dev.guanjia.billing.collection;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to collect a part of a target (收费小组).
 *
 * @param id which one
 * @param level where it stands
 * @param above the group that it answers to; null at the top
 */
public record CollectionGroup(
        CollectionGroupId id, GroupLevel level, @Nullable CollectionGroupId above) {

    boolean isLowerThan(CollectionGroup other) {
        return other.level.compareTo(level) < 0;
    }

    boolean isUnder(@Nullable CollectionGroupId other) {
        return Objects.equals(above, other);
    }
}
