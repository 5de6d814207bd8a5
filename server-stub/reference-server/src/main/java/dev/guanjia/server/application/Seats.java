package dev.guanjia.server.application;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.authority.Answer;
import dev.guanjia.organisation.authority.ApprovalCase;
import dev.guanjia.organisation.authority.Approvals;
import dev.guanjia.organisation.authority.Delegation;
import dev.guanjia.server.access.Caller;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The posts in which a caller could decide on a day: those held, then those delegated to the
 * caller.
 *
 * @param rules what decides
 * @param actors the caller in each of the posts, at least one
 * @param day the day
 */
record Seats(Approvals rules, List<Actor> actors, LocalDate day) {

    /** Stands for the post of somebody who has none. */
    static final PostKey NO_POST = new PostKey("NO_POST");

    /** The domain itself says under which version somebody decides. */
    private static final String UNTOLD = "untold";

    /**
     * What becomes of a case if the caller decides in one of the posts.
     *
     * @param actor the caller in that post
     * @param answer what becomes of it
     */
    record Asked(Actor actor, Answer answer) {}

    static Seats of(Caller caller, Collection<String> held, Approvals rules, LocalDate day) {
        StaffId staff = new StaffId(caller.staffId());
        Stream<PostKey> delegated =
                rules.mandates().delegations().stream()
                        .filter(row -> row.to().equals(staff) && row.isLive(day))
                        .map(Delegation::post);
        List<Actor> actors =
                Stream.concat(held.stream().map(PostKey::new), delegated)
                        .distinct()
                        .map(post -> new Actor(staff, post, UNTOLD))
                        .toList();
        return new Seats(
                rules, actors.isEmpty() ? List.of(new Actor(staff, NO_POST, UNTOLD)) : actors, day);
    }

    /** The first post that can take a step now; if none can, the first that comes nearest. */
    Asked ask(ApprovalCase standing) {
        List<Asked> all =
                actors.stream()
                        .map(actor -> new Asked(actor, rules.ask(standing, actor, day)))
                        .toList();
        return all.stream()
                .filter(asked -> asked.answer().grounds().isPresent())
                .findFirst()
                .or(() -> first(all, Answer.Outcome.NEEDS_MORE))
                .orElse(all.get(0));
    }

    private static Optional<Asked> first(List<Asked> all, Answer.Outcome outcome) {
        return all.stream().filter(asked -> asked.answer().outcome() == outcome).findFirst();
    }
}
