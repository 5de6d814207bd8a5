package dev.guanjia.organisation.authority;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.Assignment;
import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.StandIn;
import dev.guanjia.organisation.segregation.Holding;
import dev.guanjia.organisation.segregation.Holdings;
import dev.guanjia.organisation.segregation.Segregation;
import dev.guanjia.organisation.segregation.SegregationRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who may act in what: posts held and stood in for, things kept, authority delegated. No command
 * brings a person to combine what segregation forbids unless an override is live.
 *
 * @param assignments who holds which post when
 * @param standIns who acts in whose post when
 * @param custody who keeps which thing when
 * @param delegations who decides for whom when
 */
public record Mandates(
        Assignments assignments,
        List<StandIn> standIns,
        List<Holding> custody,
        List<Delegation> delegations) {

    /** Copies the lists. */
    public Mandates {
        standIns = List.copyOf(standIns);
        custody = List.copyOf(custody);
        delegations = List.copyOf(delegations);
    }

    /**
     * Posts alone.
     *
     * @param assignments who holds which post when
     * @return nobody standing in, nothing kept, nothing delegated
     */
    public static Mandates from(Assignments assignments) {
        return new Mandates(assignments, List.of(), List.of(), List.of());
    }

    /**
     * What everybody has, as segregation sees it.
     *
     * @return posts, things and delegated posts
     */
    public Holdings holdings() {
        return Holdings.of(assignments, others());
    }

    /**
     * Gives a person a post.
     *
     * @param added the assignment
     * @param segregation what is kept apart
     * @return the mandates with it, or refused with {@code ASSIGNMENT_OVERLAPS} or {@code
     *     SEGREGATION_VIOLATED}
     */
    public Decision<Mandates> assign(Assignment added, Segregation segregation) {
        return segregation
                .assign(assignments, others(), added)
                .fold(
                        all -> Decision.accept(new Mandates(all, standIns, custody, delegations)),
                        Decision::refuse);
    }

    /**
     * Lets a person stand in.
     *
     * @param added who acts in whose post when; {@link dev.guanjia.organisation.Responsibility}
     *     says whether there is a place to take
     * @param segregation what is kept apart
     * @return the mandates with it, or refused with {@code SEGREGATION_VIOLATED}
     */
    public Decision<Mandates> standIn(StandIn added, Segregation segregation) {
        List<Refusal> reasons = segregation.clashes(holdings(), Holding.ofStandIn(added));
        return reasons.isEmpty()
                ? Decision.accept(
                        new Mandates(assignments, with(standIns, added), custody, delegations))
                : Decision.refuse(reasons);
    }

    /**
     * Gives a person a thing to keep.
     *
     * @param added the thing and the time
     * @param segregation what is kept apart
     * @return the mandates with it, or refused with {@code KEEPING_OVERLAPS} or {@code
     *     SEGREGATION_VIOLATED}
     */
    public Decision<Mandates> keep(Holding added, Segregation segregation) {
        List<Refusal> reasons =
                custody.stream()
                        .filter(row -> row.key().equals(added.key()))
                        .filter(row -> row.meets(added).isPresent())
                        .findFirst()
                        .map(Mandates::overlap)
                        .map(List::of)
                        .orElseGet(() -> segregation.clashes(holdings(), added));
        if (!reasons.isEmpty()) {
            return Decision.refuse(reasons);
        }
        return Decision.accept(
                new Mandates(assignments, standIns, with(custody, added), delegations));
    }

    Mandates with(Delegation added) {
        return new Mandates(assignments, standIns, custody, with(delegations, added));
    }

    private List<Holding> others() {
        return Stream.of(
                        standIns.stream().map(Holding::ofStandIn),
                        custody.stream(),
                        delegations.stream().map(Delegation::holding))
                .flatMap(each -> each)
                .toList();
    }

    private static <T> List<T> with(List<T> rows, T added) {
        List<T> all = new ArrayList<>(rows);
        all.add(added);
        return all;
    }

    private static Refusal overlap(Holding row) {
        return SegregationRefusal.KEEPING_OVERLAPS.because(
                "staff", row.staff().value(),
                "thing", row.key().value(),
                "from", row.from().toString());
    }
}
