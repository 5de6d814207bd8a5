package dev.guanjia.security.patrol;

import dev.guanjia.catalogue.Label;
import dev.guanjia.decision.Identifier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The way of a patrol. Source: requirements 03 P-PATROL.
 *
 * @param id its key in the community
 * @param label what it is called
 * @param checkpoints in the order in which they are reached, at least one, each key once; no later
 *     one is to be reached before an earlier one
 */
public record PatrolRoute(String id, Label label, List<Checkpoint> checkpoints) {

    /** Copies the checkpoints; a route leads somewhere. */
    public PatrolRoute {
        Identifier.require("route id", id);
        checkpoints = List.copyOf(checkpoints);
        if (checkpoints.isEmpty()) {
            throw new IllegalArgumentException("route has no checkpoints: " + id);
        }
        TreeSet<String> ids = new TreeSet<>();
        Duration last = Duration.ZERO;
        for (Checkpoint point : checkpoints) {
            if (!ids.add(point.id()) || point.within().compareTo(last) < 0) {
                throw new IllegalArgumentException(
                        "route repeats or runs backwards at checkpoint " + point.id());
            }
            last = point.within();
        }
    }

    /**
     * The areas it leads through.
     *
     * @return by name
     */
    public SortedSet<String> areas() {
        return checkpoints.stream()
                .map(Checkpoint::area)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Optional<Checkpoint> checkpoint(String checkpoint) {
        return checkpoints.stream().filter(point -> point.id().equals(checkpoint)).findFirst();
    }
}
