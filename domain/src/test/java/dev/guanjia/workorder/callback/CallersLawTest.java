package dev.guanjia.workorder.callback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.company.DepartmentKey;
import dev.guanjia.organisation.company.HolderResolution;
import dev.guanjia.organisation.company.OrganisationModel;
import dev.guanjia.organisation.company.OrganisationModels;
import dev.guanjia.workorder.callback.CallBackRule.Mode;
import dev.guanjia.workorder.lifecycle.ActionEffect;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.Transition;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No order waits for a step that nobody may take. */
class CallersLawTest {

    private static final List<CallBackPolicy> SHIPPED = CallBackPolicies.load().shipped();

    /**
     * What the leader did himself, where the whole company is one department or has no other head:
     * there only giving it up, with a reason, is left.
     */
    private static final Set<String> NOBODY_ELSE =
            Set.of("BUSINESS_DEPARTMENT HEAD_BUSINESS_G", "QUALITY_LINE GENERAL_MANAGER");

    private static final Set<WorkOrderAction> GIVING_UP =
            EnumSet.of(WorkOrderAction.CLOSE_ADMINISTRATIVELY, WorkOrderAction.CANCEL);

    @Test
    void whoeverDidTheWorkSomebodyOutsideTheDepartmentMayCall() {
        Set<String> gaps = new TreeSet<>();
        int tried = 0;
        for (OrganisationModel model : OrganisationModels.load().all()) {
            for (CallBackPolicy policy : SHIPPED) {
                for (PostKey doer : doers(model, policy)) {
                    tried++;
                    if (callers(model, policy).stream()
                            .noneMatch(caller -> may(model, policy, caller, doer))) {
                        gaps.add(model.template().id() + " " + doer);
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(300);
        assertThat(gaps).isEqualTo(new TreeSet<>(NOBODY_ELSE));
    }

    /**
     * Steps that give an order up do not count, nor does a call that no policy lets anybody make.
     */
    @ParameterizedTest
    @EnumSource(WorkOrderKind.class)
    void everyStateOfAnOrderLeadsOnToItsClosing(WorkOrderKind kind) {
        Lifecycle life = Lifecycle.of(kind);
        Set<WorkOrderState> out = EnumSet.of(WorkOrderState.CLOSED);
        boolean grows = true;
        while (grows) {
            grows =
                    life.transitions().stream()
                            .filter(move -> !GIVING_UP.contains(move.action()))
                            .filter(move -> out.contains(move.to()))
                            .map(Transition::from)
                            .map(out::add)
                            .reduce(false, Boolean::logicalOr);
        }
        assertThat(life.transitions())
                .extracting(Transition::from)
                .filteredOn(state -> state != WorkOrderState.CANCELLED)
                .allMatch(out::contains);
    }

    @ParameterizedTest
    @EnumSource(WorkOrderKind.class)
    void whatACustomerAskedForCanBeGivenUpWhereverItStands(WorkOrderKind kind) {
        Lifecycle life = Lifecycle.of(kind);
        Set<WorkOrderState> free =
                EnumSet.of(WorkOrderState.INVALID, WorkOrderState.CALLED_BACK_SATISFIED);
        if (life.isFromCustomer()) {
            assertThat(life.transitions())
                    .extracting(Transition::from)
                    .filteredOn(state -> !free.contains(state))
                    .allMatch(
                            state ->
                                    life.find(state, WorkOrderAction.CLOSE_ADMINISTRATIVELY)
                                            .isPresent());
        }
    }

    private static Set<PostKey> doers(OrganisationModel model, CallBackPolicy policy) {
        Set<PostKey> doers = new TreeSet<>();
        if (policy.rule().mode() != Mode.NONE) {
            Lifecycle.of(policy.subject().kind())
                    .within(model.chart().posts())
                    .transitions()
                    .stream()
                    .filter(move -> isWork(move.action()))
                    .flatMap(move -> move.posts().stream())
                    .filter(post -> model.chart().place(post).isPresent())
                    .forEach(doers::add);
        }
        return doers;
    }

    private static boolean isWork(WorkOrderAction action) {
        return action.has(ActionEffect.WORKS) || action.has(ActionEffect.TAKES);
    }

    private static List<PostKey> callers(OrganisationModel model, CallBackPolicy policy) {
        HolderResolution company = new HolderResolution(model.chart(), model);
        return policy.callers().posts().stream()
                .flatMap(key -> company.posts(key).stream())
                .distinct()
                .toList();
    }

    private static boolean may(
            OrganisationModel model, CallBackPolicy policy, PostKey caller, PostKey doer) {
        if (policy.callers().sameDepartment()) {
            return !caller.equals(doer);
        }
        Set<DepartmentKey> own = Callers.departments(List.of(caller), model.chart());
        Set<DepartmentKey> doing = Callers.departments(List.of(doer), model.chart());
        return !own.isEmpty() && !doing.isEmpty() && Collections.disjoint(own, doing);
    }
}
