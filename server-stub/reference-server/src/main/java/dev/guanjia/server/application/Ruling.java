package dev.guanjia.server.application;

import dev.guanjia.asset.maintenance.MaintenanceRefusal;
import dev.guanjia.billing.deposit.DepositRefusal;
import dev.guanjia.billing.latecharge.LateChargeRefusal;
import dev.guanjia.billing.writeoff.WriteOffRefusal;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.duty.DutyRefusal;
import dev.guanjia.organisation.OrganisationRefusal;
import dev.guanjia.organisation.authority.AuthorityRefusal;
import dev.guanjia.organisation.segregation.SegregationRefusal;
import dev.guanjia.plan.PlanRefusal;
import dev.guanjia.plan.meeting.MeetingRefusal;
import dev.guanjia.plan.report.ReportRefusal;
import dev.guanjia.security.incident.IncidentRefusal;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.workorder.WorkOrderRefusal;
import dev.guanjia.workorder.escalation.EscalationRefusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Tells the wrong person or post, which leaves a trace, from the wrong state. */
final class Ruling {

    private static final Set<RefusalCode> AUTHORITY =
            Set.of(
                    OrganisationRefusal.COMMAND_NOT_PERMITTED,
                    OrganisationRefusal.POST_NOT_HELD,
                    OrganisationRefusal.SELF_APPROVAL,
                    OrganisationRefusal.NO_AUTHORITY,
                    OrganisationRefusal.APPROVAL_OVER_LIMIT,
                    AuthorityRefusal.DELEGATION_NOT_LIVE,
                    AuthorityRefusal.DELEGATION_OVER_LIMIT,
                    AuthorityRefusal.DELEGATION_PASSED_ON,
                    AuthorityRefusal.DELEGATION_OVER_AUTHORITY,
                    AuthorityRefusal.WITHDRAWAL_BY_OTHER,
                    SegregationRefusal.SEGREGATION_VIOLATED,
                    SegregationRefusal.OVERRIDE_FOR_ONESELF,
                    SegregationRefusal.OVERRIDE_NOT_ALLOWED,
                    SegregationRefusal.OVERRIDE_WITHOUT_AUTHORITY,
                    WorkOrderRefusal.NOT_THE_ASSIGNEE,
                    WorkOrderRefusal.CALLER_DID_THE_WORK,
                    WorkOrderRefusal.CHECKER_DID_THE_WORK,
                    DutyRefusal.NOT_RESPONSIBLE,
                    DutyRefusal.NOT_APPROVER,
                    DutyRefusal.SELF_CONFIRMATION,
                    DutyRefusal.NOT_IN_LINE,
                    DutyRefusal.NOT_WAIVABLE,
                    DutyRefusal.SELF_WAIVER,
                    PlanRefusal.NOT_ENTITLED,
                    PlanRefusal.SELF_REVIEW,
                    MeetingRefusal.NOT_ENTITLED,
                    ReportRefusal.NOT_ENTITLED,
                    ReportRefusal.SELF_READ,
                    MaintenanceRefusal.NOT_QUALIFIED,
                    MaintenanceRefusal.SELF_VERIFIED,
                    IncidentRefusal.STEP_NOT_YOURS,
                    IncidentRefusal.NOT_IN_COMMAND,
                    IncidentRefusal.COMMAND_HELD,
                    IncidentRefusal.BEYOND_AUTHORITY,
                    IncidentRefusal.NOTICE_NOT_YOURS,
                    EscalationRefusal.NOT_TOLD,
                    LateChargeRefusal.DEFERRAL_SELF_CONFIRMED,
                    WriteOffRefusal.WRITE_OFF_SELF_APPROVED,
                    DepositRefusal.DEPOSIT_SAME_PERSON);

    private Ruling() {}

    /**
     * The value of an accepted decision.
     *
     * @throws Refused 403 if a reason is one of authority, such reasons first; else 409
     */
    static <T> T unlessRefused(Decision<T> decision, Breach breach) {
        return unlessRefused(decision, breach, Map.of());
    }

    /**
     * The same of a command with fields; a reason that lies in one of them names it.
     *
     * @param pointers which reason lies in which field
     */
    static <T> T unlessRefused(
            Decision<T> decision, Breach breach, Map<RefusalCode, String> pointers) {
        return decision.fold(
                value -> value,
                reasons -> {
                    throw refused(reasons, breach, pointers);
                });
    }

    private static Refused refused(
            List<Refusal> reasons, Breach breach, Map<RefusalCode, String> pointers) {
        if (reasons.stream().noneMatch(Ruling::isOfAuthority)) {
            return Refused.because(reasons, pointers);
        }
        Stream<Refusal> first = reasons.stream().filter(Ruling::isOfAuthority);
        Stream<Refusal> rest = reasons.stream().filter(reason -> !isOfAuthority(reason));
        return Refused.lackOfAuthority(Stream.concat(first, rest).toList(), breach);
    }

    private static boolean isOfAuthority(Refusal reason) {
        return AUTHORITY.contains(reason.code());
    }
}
