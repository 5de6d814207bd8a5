package dev.guanjia.server.problem;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import java.util.List;
import java.util.Optional;

/** A rule of the business said no. Nothing of the request is kept, except the trace of a breach. */
public final class Refused extends RuntimeException {

    private final List<Refusal> reasons;
    private final transient Optional<Breach> breach;

    /**
     * What somebody attempted without authority, or against the segregation of duties.
     *
     * @param command the command, in kebab-case
     * @param subject what it was aimed at: an id or a path
     */
    public record Breach(String command, String subject) {}

    private Refused(List<Refusal> reasons, Optional<Breach> breach) {
        super(reasons.get(0).code().key(), null, false, false);
        this.reasons = List.copyOf(reasons);
        this.breach = breach;
    }

    /**
     * A rule or the present state refuses: 409.
     *
     * @param reasons at least one, most important first
     * @return the exception
     */
    public static Refused because(List<Refusal> reasons) {
        return new Refused(reasons, Optional.empty());
    }

    /**
     * The caller lacks authority, or holds a duty that excludes this one: 403, and one audit row.
     *
     * @param reasons at least one, most important first
     * @param breach what was attempted
     * @return the exception
     */
    public static Refused lackOfAuthority(List<Refusal> reasons, Breach breach) {
        return new Refused(reasons, Optional.of(breach));
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

    /**
     * What was attempted, where this is a matter of authority.
     *
     * @return empty for a rule or state
     */
    public Optional<Breach> breach() {
        return breach;
    }
}
