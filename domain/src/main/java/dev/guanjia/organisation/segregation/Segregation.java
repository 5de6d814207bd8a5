package dev.guanjia.organisation.segregation;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.Assignment;
import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.OrganisationRefusal;
import dev.guanjia.organisation.OrganisationTemplate;
import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps incompatible posts, things and acts apart: when somebody is given a post or a thing, and
 * when somebody acts. Source: requirements 01, section 7; 05 S02.
 *
 * <p>Shape: what a rule forbids is refused unless an override of that person and pair is live on
 * the first day of the combination, or on the day of the act. When an override ends, the
 * combination is reported as a breach, and acting in either post is refused.
 *
 * @param rules what is kept apart
 * @param overrides what is lifted, for whom and how long
 */
public record Segregation(SegregationRules rules, Overrides overrides) {

    /**
     * Gives a person a post.
     *
     * @param standing who holds which post
     * @param others things kept and authority delegated
     * @param added the assignment to add
     * @return all assignments, or refused with {@code ASSIGNMENT_OVERLAPS} or one {@code
     *     SEGREGATION_VIOLATED} for every pair that the person would combine
     */
    public Decision<Assignments> assign(
            Assignments standing, List<Holding> others, Assignment added) {
        List<Refusal> clashes = clashes(Holdings.of(standing, others), Holding.ofPost(added));
        return clashes.isEmpty() ? standing.assign(added) : Decision.refuse(clashes);
    }

    /**
     * What a person would combine who were given one thing more.
     *
     * @param holdings what everybody has
     * @param added the post or thing
     * @return one {@code SEGREGATION_VIOLATED} for every forbidden pair that is not overridden on
     *     its first day; empty when nothing speaks against it
     */
    public List<Refusal> clashes(Holdings holdings, Holding added) {
        return holdings.of(added.staff()).stream()
                .flatMap(held -> combinations(held, added).stream())
                .filter(this::isBreach)
                .map(this::refusal)
                .distinct()
                .toList();
    }

    /**
     * Lets a person act in a post.
     *
     * @param actor the person and the post
     * @param holdings what everybody has
     * @param day the day of the act
     * @return the actor, or refused with {@code POST_NOT_HELD}, or with one {@code
     *     SEGREGATION_VIOLATED} for every forbidden pair of that post that the person combines
     */
    public Decision<Actor> act(Actor actor, Holdings holdings, LocalDate day) {
        if (!holdings.isHeld(actor.staff(), actor.post(), day)) {
            return Decision.refuse(List.of(notHeld(actor, day)));
        }
        List<Refusal> breaches = breaches(actor, holdings, day);
        return breaches.isEmpty() ? Decision.accept(actor) : Decision.refuse(breaches);
    }

    /**
     * What speaks against a person acting in a post, however they came to it.
     *
     * @param actor the person and the post
     * @param holdings what everybody has
     * @param day the day of the act
     * @return one {@code SEGREGATION_VIOLATED} for every forbidden pair of that post that the
     *     person combines on the day without a live override
     */
    public List<Refusal> breaches(Actor actor, Holdings holdings, LocalDate day) {
        SegregationKey post = SegregationKey.from(actor.post());
        List<Refusal> breaches = new ArrayList<>();
        for (Holding held : holdings.of(actor.staff(), day)) {
            rules.onHolding(held.key(), post).stream()
                    .filter(rule -> !rule.from().isAfter(day))
                    .map(rule -> violation(held.staff(), rule, rule.pair(held.key(), post), day))
                    .filter(this::isBreach)
                    .map(this::refusal)
                    .forEach(breaches::add);
        }
        return breaches.stream().distinct().toList();
    }

    /**
     * What a person would combine in one case by one act more.
     *
     * @param done what was done in the case so far, by anybody
     * @param next the act
     * @param day the day of the act
     * @return one violation for every pair of acts, with its standing; empty when there is none
     */
    public List<Violation> combined(List<Act> done, Act next, LocalDate day) {
        List<Violation> found = new ArrayList<>();
        for (Act act : done) {
            if (act.by().equals(next.by())) {
                rules.onActing(act.key(), next.key(), day).stream()
                        .map(
                                rule ->
                                        violation(
                                                act.by(),
                                                rule,
                                                rule.pair(act.key(), next.key()),
                                                day))
                        .forEach(found::add);
            }
        }
        return List.copyOf(found);
    }

    /**
     * Lets a person do something in a case.
     *
     * @param done what was done in the case so far, by anybody
     * @param next the act
     * @param day the day of the act
     * @return the act, or refused with one {@code SEGREGATION_VIOLATED} for every forbidden pair
     */
    public Decision<Act> perform(List<Act> done, Act next, LocalDate day) {
        List<Refusal> breaches =
                combined(done, next, day).stream()
                        .filter(this::isBreach)
                        .map(this::refusal)
                        .toList();
        return breaches.isEmpty() ? Decision.accept(next) : Decision.refuse(breaches);
    }

    /**
     * Everything that persons combine on a day, and all overrides: the auditor's sheet.
     *
     * @param holdings what everybody has
     * @param day the day
     * @return the report, by person and rule; linear in the number of holdings
     */
    public SegregationReport report(Holdings holdings, LocalDate day) {
        List<Violation> violations = new ArrayList<>();
        holdings.staff().forEach(staff -> violations.addAll(of(holdings.of(staff, day), day)));
        return new SegregationReport(
                day,
                violations,
                overrides.rows().stream().filter(row -> row.isLive(day)).toList(),
                overrides.rows().stream().filter(row -> row.last().isBefore(day)).toList());
    }

    /**
     * Lifts a rule for one person and a time.
     *
     * @param wanted person, pair, approver, reason, first and last day
     * @param company which post fills the role that may lift the rule
     * @param holdings who holds that post
     * @return this segregation with the override, or refused with every reason that applies of
     *     {@code SEGREGATION_RULE_UNKNOWN}, {@code OVERRIDE_FOR_ONESELF}, {@code
     *     OVERRIDE_NOT_ALLOWED}, {@code OVERRIDE_WITHOUT_AUTHORITY}, {@code OVERRIDE_BACKDATED},
     *     {@code OVERRIDE_OVERLAPS}
     */
    public Decision<Segregation> override(
            RuleOverride wanted, OrganisationTemplate company, Holdings holdings) {
        List<Refusal> reasons = new OverrideCheck(this, company, holdings).reasons(wanted);
        return reasons.isEmpty()
                ? Decision.accept(new Segregation(rules, overrides.with(wanted)))
                : Decision.refuse(reasons);
    }

    /**
     * Says why a violation is refused.
     *
     * @param violation a breach
     * @return the reason, naming person, pair, rule, source and the override that ended, if any
     */
    public Refusal refusal(Violation violation) {
        SegregatedPair pair = violation.pair();
        return SegregationRefusal.SEGREGATION_VIOLATED.because(
                "staff", violation.staff().value(),
                "left", pair.left().value(),
                "right", pair.right().value(),
                "rule", pair.rule(),
                "source", rules.find(pair.rule()).map(SegregationRule::source).orElse("-"),
                "override", violation.override().map(row -> row.last().toString()).orElse("-"));
    }

    private List<Violation> of(List<Holding> held, LocalDate day) {
        Map<SegregatedPair, Violation> found = new LinkedHashMap<>();
        for (int i = 1; i < held.size(); i++) {
            for (Holding earlier : held.subList(0, i)) {
                combinations(earlier, held.get(i)).stream()
                        .filter(violation -> !violation.since().isAfter(day))
                        .forEach(row -> found.putIfAbsent(row.pair(), asOf(row, day)));
            }
        }
        return List.copyOf(found.values());
    }

    /** What two holdings combine, each as it stands on the first day of the combination. */
    private List<Violation> combinations(Holding one, Holding other) {
        Optional<LocalDate> meeting = one.meets(other);
        if (meeting.isEmpty()) {
            return List.of();
        }
        List<Violation> found = new ArrayList<>();
        for (SegregationRule rule : rules.onHolding(one.key(), other.key())) {
            LocalDate since = later(meeting.get(), rule.from());
            if (one.covers(since) && other.covers(since)) {
                SegregatedPair pair = rule.pair(one.key(), other.key());
                found.add(violation(one.staff(), rule, pair, since));
            }
        }
        return found;
    }

    private Violation asOf(Violation row, LocalDate day) {
        return rules.find(row.pair().rule())
                .map(rule -> violation(row.staff(), rule, row.pair(), day).withSince(row.since()))
                .orElse(row);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private Violation violation(
            StaffId staff, SegregationRule rule, SegregatedPair pair, LocalDate day) {
        if (rule.effect() == SegregationRule.Effect.FLAG) {
            return new Violation(staff, pair, day, Violation.Standing.FLAGGED, Optional.empty());
        }
        Optional<RuleOverride> live = overrides.live(staff, pair, day);
        return live.isPresent()
                ? new Violation(staff, pair, day, Violation.Standing.OVERRIDDEN, live)
                : new Violation(
                        staff,
                        pair,
                        day,
                        Violation.Standing.BREACH,
                        overrides.ended(staff, pair, day));
    }

    private boolean isBreach(Violation violation) {
        return violation.standing() == Violation.Standing.BREACH;
    }

    private static Refusal notHeld(Actor actor, LocalDate day) {
        return OrganisationRefusal.POST_NOT_HELD.because(
                "staff", actor.staff().value(),
                "post", actor.post().value(),
                "day", day.toString());
    }
}
