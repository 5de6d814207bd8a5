package dev.guanjia.billing.latecharge;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.Actor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deferral on its way (缓缴): the amount stays owed and visible, it is only not overdue until the
 * promised day. Source: requirements 03 P-DEFER; 06 A-86.
 *
 * @param request what was asked for, with a reason
 * @param confirmed who confirmed it; null until somebody has
 * @param granted the promised day; null until there is one, and never before it is confirmed
 * @param rejection who said no; null unless somebody did before a day was promised
 */
public record Deferral(
        DeferralRequest request,
        @Nullable DeferralConfirmed confirmed,
        @Nullable Deferment granted,
        @Nullable DeferralRejection rejection) {

    /** The steps come in order, and by more than one person. */
    public Deferral {
        if (request.reason().isBlank()
                || (confirmed != null && isBy(request, confirmed.by()))
                || (granted != null && (confirmed == null || isEarly(request, granted)))
                || (granted != null && rejection != null)) {
            throw new IllegalArgumentException(
                    "not possible: " + request + confirmed + granted + rejection);
        }
    }

    /**
     * A deferral to which nobody said no.
     *
     * @param request what was asked for, with a reason
     * @param confirmed who confirmed it; null until somebody has
     * @param granted the promised day; null until there is one
     */
    public Deferral(
            DeferralRequest request,
            @Nullable DeferralConfirmed confirmed,
            @Nullable Deferment granted) {
        this(request, confirmed, granted, null);
    }

    /**
     * Where it stands.
     *
     * @return the state
     */
    public DeferralState state() {
        if (rejection != null) {
            return isBy(request, rejection.by()) ? DeferralState.WITHDRAWN : DeferralState.REJECTED;
        }
        if (confirmed == null) {
            return DeferralState.REASON_STATED;
        }
        return granted == null ? DeferralState.CONFIRMED : DeferralState.DEFERRED;
    }

    /**
     * Decides on a confirmation.
     *
     * @param confirmation who, when, and the reference of the approval, which the company's
     *     authority has given
     * @return the deferral, confirmed; or refused because it is confirmed already, by who asked, or
     *     dated before the request
     */
    public Decision<Deferral> confirm(DeferralConfirmed confirmation) {
        List<Refusal> reasons = new ArrayList<>();
        wrongState(DeferralAction.CONFIRM).ifPresent(reasons::add);
        if (isBy(request, confirmation.by())) {
            reasons.add(
                    LateChargeRefusal.DEFERRAL_SELF_CONFIRMED.because(
                            "deferral", request.id().value(),
                            "staff", confirmation.by().staff().value()));
        }
        tooEarly(confirmation.on(), request.statedOn()).ifPresent(reasons::add);
        return reasons.isEmpty()
                ? Decision.accept(new Deferral(request, confirmation, null))
                : Decision.refuse(reasons);
    }

    /**
     * Decides on the promised day.
     *
     * @param wanted the day of the step and the day that is promised
     * @param earlier what was granted for the same charge before, in any order
     * @return the deferral, granted; or refused because it is not confirmed or granted already,
     *     dated before the confirmation, promises no day after the due day, or none after an
     *     earlier promise
     */
    public Decision<Deferral> defer(Deferment wanted, List<Deferment> earlier) {
        List<Refusal> reasons = new ArrayList<>();
        wrongState(DeferralAction.DEFER).ifPresent(reasons::add);
        if (confirmed != null) {
            tooEarly(wanted.grantedOn(), confirmed.on()).ifPresent(reasons::add);
        }
        if (isEarly(request, wanted)) {
            reasons.add(
                    LateChargeRefusal.DEFERRAL_PROMISE_TOO_EARLY.because(
                            "deferral", request.id().value(),
                            "promised", wanted.promised().toString(),
                            "earliest", request.dueOn().plusDays(1).toString()));
        }
        notLater(wanted, earlier).ifPresent(reasons::add);
        return reasons.isEmpty()
                ? Decision.accept(new Deferral(request, confirmed, wanted))
                : Decision.refuse(reasons);
    }

    /**
     * Decides on a no. Of who asked for it, a no takes the request back: nobody decides on their
     * own. Source: requirements 06 A-87.
     *
     * @param given who, when
     * @return the deferral, rejected or withdrawn, and the charge stays due as it was; or refused
     *     because a day is promised or somebody said no already, or dated before the last step
     */
    public Decision<Deferral> reject(DeferralRejection given) {
        List<Refusal> reasons = new ArrayList<>();
        boolean own = isBy(request, given.by());
        wrongState(own ? DeferralAction.WITHDRAW : DeferralAction.REJECT).ifPresent(reasons::add);
        LocalDate last = confirmed == null ? request.statedOn() : confirmed.on();
        tooEarly(given.on(), last).ifPresent(reasons::add);
        return reasons.isEmpty()
                ? Decision.accept(new Deferral(request, confirmed, null, given))
                : Decision.refuse(reasons);
    }

    private static boolean isBy(DeferralRequest request, Actor actor) {
        return actor.staff().equals(request.proposer().staff());
    }

    private static boolean isEarly(DeferralRequest request, Deferment wanted) {
        return !wanted.promised().isAfter(request.dueOn());
    }

    private static Optional<Refusal> notLater(Deferment wanted, List<Deferment> earlier) {
        return earlier.stream()
                .map(Deferment::promised)
                .max(Comparator.naturalOrder())
                .filter(last -> !wanted.promised().isAfter(last))
                .map(
                        last ->
                                LateChargeRefusal.DEFERRAL_NOT_LATER.because(
                                        "promised", wanted.promised().toString(),
                                        "earlier", last.toString()));
    }

    private Optional<Refusal> tooEarly(LocalDate day, LocalDate earliest) {
        return day.isBefore(earliest)
                ? Optional.of(
                        LateChargeRefusal.DEFERRAL_STEP_TOO_EARLY.because(
                                "deferral", request.id().value(),
                                "day", day.toString(),
                                "earliest", earliest.toString()))
                : Optional.empty();
    }

    private Optional<Refusal> wrongState(DeferralAction action) {
        return DeferralLifecycle.next(state(), action).isPresent()
                ? Optional.empty()
                : Optional.of(
                        LateChargeRefusal.DEFERRAL_WRONG_STATE.because(
                                "deferral", request.id().value(),
                                "state", state().name(),
                                "action", action.name(),
                                "legal", DeferralLifecycle.legal(state())));
    }
}
