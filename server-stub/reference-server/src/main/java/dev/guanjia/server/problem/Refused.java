package dev.guanjia.server.problem;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A rule of the business said no. Nothing of the request is kept, except the trace of a breach. */
public final class Refused extends RuntimeException {

    /** As many as the document allows. */
    private static final int MOST_REASONS = 100;

    private final List<Refusal> reasons;
    private final transient Optional<Breach> breach;
    private final transient List<FieldFault> places;

    /**
     * What somebody attempted without authority, or against the segregation of duties.
     *
     * @param command the command, in kebab-case
     * @param subject what it was aimed at: an id or a path
     */
    public record Breach(String command, String subject) {}

    private Refused(List<Refusal> reasons, Optional<Breach> breach, List<FieldFault> places) {
        super(reasons.get(0).code().key(), null, false, false);
        this.reasons = List.copyOf(reasons);
        this.breach = breach;
        this.places = List.copyOf(places);
    }

    /**
     * A rule or the present state refuses: 409.
     *
     * @param reasons at least one, most important first
     * @return the exception
     */
    public static Refused because(List<Refusal> reasons) {
        return new Refused(reasons, Optional.empty(), List.of());
    }

    /**
     * A rule or the present state refuses: 409, and fields in which a reason lies are named.
     *
     * @param reasons at least one, most important first
     * @param pointers which reason lies in which field; others lie in none
     * @return the exception
     */
    public static Refused because(List<Refusal> reasons, Map<RefusalCode, String> pointers) {
        return because(reasons, reason -> pointers.get(reason.code()));
    }

    private static Refused because(
            List<Refusal> reasons, Function<Refusal, @Nullable String> pointers) {
        List<FieldFault> places = new ArrayList<>();
        for (Refusal reason : reasons) {
            String pointer = pointers.apply(reason);
            if (pointer != null) {
                places.add(new FieldFault(pointer, reason.code(), reason.facts()));
            }
        }
        return new Refused(reasons, Optional.empty(), places);
    }

    /**
     * A rule or the present state refuses single rows of a request: 409, and each place is named.
     *
     * @param places at least one, with the rule that refuses it
     * @return the exception
     */
    public static Refused at(List<FieldFault> places) {
        List<Refusal> reasons =
                places.stream()
                        .map(place -> new Refusal(place.code(), place.facts()))
                        .distinct()
                        .limit(MOST_REASONS)
                        .toList();
        return new Refused(reasons, Optional.empty(), places);
    }

    /**
     * The caller lacks authority, or holds a duty that excludes this one: 403, and one audit row.
     *
     * @param reasons at least one, most important first
     * @param breach what was attempted
     * @return the exception
     */
    public static Refused lackOfAuthority(List<Refusal> reasons, Breach breach) {
        return new Refused(reasons, Optional.of(breach), List.of());
    }

    /**
     * The value of an accepted decision.
     *
     * @param <T> what was decided
     * @param decision the domain's answer
     * @return the value
     * @throws Refused with every reason, 409
     */
    public static <T> T unlessAccepted(Decision<T> decision) {
        return decision.fold(
                value -> value,
                reasons -> {
                    throw because(reasons);
                });
    }

    /**
     * The value of an accepted decision about a request with fields.
     *
     * @param <T> what was decided
     * @param decision the domain's answer
     * @param pointers which reason lies in which field; others lie in none
     * @return the value
     * @throws Refused with every reason and its field, 409
     */
    public static <T> T unlessAccepted(Decision<T> decision, Map<RefusalCode, String> pointers) {
        return unlessAccepted(decision, reason -> pointers.get(reason.code()));
    }

    /**
     * The same where the facts of a reason tell the field.
     *
     * @param <T> what was decided
     * @param decision the domain's answer
     * @param pointers in which field a reason lies; null for none
     * @return the value
     * @throws Refused with every reason and its field, 409
     */
    public static <T> T unlessAccepted(
            Decision<T> decision, Function<Refusal, @Nullable String> pointers) {
        return decision.fold(
                value -> value,
                reasons -> {
                    throw because(reasons, pointers);
                });
    }

    /**
     * The value of an accepted decision about authority.
     *
     * @param <T> what was decided
     * @param decision the domain's answer
     * @param breach what was attempted
     * @return the value
     * @throws Refused with every reason, 403
     */
    public static <T> T unlessAuthorised(Decision<T> decision, Breach breach) {
        return decision.fold(
                value -> value,
                reasons -> {
                    throw lackOfAuthority(reasons, breach);
                });
    }

    /**
     * Why.
     *
     * @return at least one reason
     */
    public List<Refusal> reasons() {
        return reasons;
    }

    List<FieldFault> places() {
        return places;
    }

    /**
     * What was attempted, where this is a matter of authority.
     *
     * @return empty for a rule or state
     */
    public Optional<Breach> breach() {
        return breach;
    }
}
