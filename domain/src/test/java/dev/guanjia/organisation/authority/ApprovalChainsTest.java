package dev.guanjia.organisation.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.segregation.SegregationKey;
import dev.guanjia.organisation.segregation.SegregationRules;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApprovalChainsTest {

    private static final String HEADER =
            "id,zh,en,kind,order,act,role,above,attachment,performs,from,source\n";
    private static final ApprovalChains CHAINS = ApprovalChains.load();

    @Test
    void everyKindHasAChainFromTheFirstDayOn() {
        assertThat(CHAINS.kinds().all()).hasSize(52);
        assertThat(CHAINS.kinds().all())
                .allSatisfy(
                        kind ->
                                assertThat(CHAINS.steps(kind.key(), LocalDate.of(2007, 1, 1)))
                                        .as("%s", kind.key())
                                        .isNotEmpty());
        assertThat(CHAINS.steps(AuthorityKind.WAIVER, LocalDate.of(2006, 12, 31))).isEmpty();
    }

    @Test
    void everyActThatAChainOrAKindNamesIsKeptApartFromSomething() {
        Set<SegregationKey> ruled =
                SegregationRules.load().all().stream()
                        .map(rule -> rule.sides())
                        .flatMap(s -> Stream.concat(s.left().stream(), s.right().stream()))
                        .collect(Collectors.toSet());
        assertThat(CHAINS.all().stream().flatMap(step -> step.performs().stream()))
                .isSubsetOf(ruled);
        assertThat(CHAINS.kinds().all().stream().flatMap(kind -> kind.requestedAs().stream()))
                .isSubsetOf(ruled);
    }

    @Test
    void everyRoleIsUsedAndEveryFaultIsNamed() {
        assertThat(CHAINS.all().stream().map(ApprovalStep::role).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        CHAINS.roles().all().stream().map(ApprovalRole::key).toList());
        String rows =
                HEADER
                        + "A,甲,A,HOLIDAY,1,APPROVE,COMPANY_LEADER,,no,,2024-01-01,x\n"
                        + "B,乙,B,WAIVER,0,APPROVE,COMPANY_LEADER,,no,,2024-01-01,x\n"
                        + "C,丙,C,WAIVER,1,APPROVE,POPE,,no,,2024-01-01,x\n"
                        + "D,丁,D,WAIVER,1,APPROVE,COMPANY_LEADER,much,no,,2024-01-01,x\n"
                        + "WAIVER-1,戊,E,WAIVER,1,APPROVE,COMPANY_LEADER,,no,,2007-01-01,x\n"
                        + "WAIVER-1,己,F,REFUND,1,APPROVE,COMPANY_LEADER,,no,,2024-01-01,x\n";
        assertThatThrownBy(() -> CHAINS.with(ApprovalChains.parse("own.csv", rows)))
                .isInstanceOfSatisfying(
                        CatalogueException.class,
                        e ->
                                assertThat(e.faults())
                                        .extracting(fault -> fault.line() + " " + fault.column())
                                        .containsExactly(
                                                "2 kind", "3 ", "4 role", "5 above", "6 id",
                                                "7 kind"));
    }

    @Test
    void aLifecycleIsTheTableInTheDocuments() {
        assertThat(
                        ApprovalCase.LIFECYCLE.moves().stream()
                                .map(m -> m.from() + " " + m.action() + " " + m.to()))
                .containsExactly(
                        "OPEN PASS OPEN",
                        "OPEN COMPLETE APPROVED",
                        "OPEN DENY DENIED",
                        "OPEN WITHDRAW WITHDRAWN");
    }
}
