package dev.guanjia.workorder.callback;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.workorder.Spoken.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.money.Rational;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.PostLibrary;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.callback.CallBackRule.Mode;
import dev.guanjia.workorder.lifecycle.CustomerClass;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CallBackPoliciesTest {

    private static final String HEADER =
            "id,zh,en,kind,customer,rule,percent,callers,same_department,from,source\n";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 6);
    private static final CallBackPolicies SHIPPED = CallBackPolicies.load();

    @Test
    void complaintsAreAlwaysCalledBackAndGuestsByTheirOwnRow() {
        CallBackPolicy any = SHIPPED.of(WorkOrderKind.COMPLAINT, null, DAY).orElseThrow();
        assertThat(any.rule()).isEqualTo(new CallBackRule(Mode.ALWAYS, Rational.ONE));
        assertThat(SHIPPED.of(WorkOrderKind.COMPLAINT, CustomerClass.OWNER, DAY)).contains(any);
        assertThat(SHIPPED.of(WorkOrderKind.COMPLAINT, CustomerClass.GUEST, DAY).orElseThrow())
                .extracting(CallBackPolicy::id, row -> row.rule().mode())
                .containsExactly("CALLBACK-02", Mode.ALWAYS);
        assertThat(SHIPPED.of(WorkOrderKind.COMPLAINT, null, LocalDate.of(2006, 12, 31)))
                .as("before the first row nothing is known")
                .isEmpty();
    }

    @Test
    void paidRepairsAreCalledBackByTheMaintenanceSupervisor() {
        assertThat(SHIPPED.shipped())
                .filteredOn(row -> row.subject().kind() == WorkOrderKind.PAID_REPAIR)
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.rule().mode()).isEqualTo(Mode.ALWAYS);
                            assertThat(row.callers())
                                    .isEqualTo(
                                            new Callers(
                                                    Stream.of(
                                                                    "MAINTENANCE_SUPERVISOR",
                                                                    "CS_SUPERVISOR",
                                                                    "CS_ASSISTANT",
                                                                    "COMPANY_LEADER")
                                                            .map(PostKey::new)
                                                            .toList(),
                                                    true));
                        });
        assertThat(SHIPPED.shipped())
                .as("the only one whose source lets the doing department call")
                .filteredOn(row -> row.callers().sameDepartment())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(WorkOrderKind.class)
    void everyKindHasAPolicy(WorkOrderKind kind) {
        assertThat(SHIPPED.of(kind, null, DAY)).isPresent();
    }

    @Test
    void everyCallerIsAPostOfTheLibrary() {
        PostLibrary library = PostLibrary.load();
        assertThat(SHIPPED.shipped())
                .hasSize(14)
                .flatMap(row -> row.callers().posts())
                .allSatisfy(post -> assertThat(library.parse(post.value())).isEqualTo(post));
        assertThat(SHIPPED.own()).isEmpty();
    }

    @Test
    void aCompanySetsItsOwnFromADayOn() {
        CallBackPolicies own = accepted(SHIPPED.set(own("SAMPLE", "12.5", "2026-03-01")));
        assertThat(own.of(WorkOrderKind.REPAIR, null, LocalDate.of(2026, 2, 28)).orElseThrow())
                .extracting(CallBackPolicy::id)
                .isEqualTo("CALLBACK-03");
        assertThat(own.of(WorkOrderKind.REPAIR, CustomerClass.OWNER, DAY).orElseThrow().rule())
                .isEqualTo(new CallBackRule(Mode.SAMPLE, Rational.of(1, 8)));
        assertThat(codes(own.set(own("NONE", "", "2026-03-01"))))
                .containsExactly("callback-policy-exists");
        CallBackPolicies later = accepted(own.set(own("NONE", "", "2026-03-06")));
        assertThat(later.of(WorkOrderKind.REPAIR, null, DAY).orElseThrow().rule().mode())
                .isEqualTo(Mode.NONE);
        assertThat(later.of(WorkOrderKind.REPAIR, null, DAY.minusDays(1)).orElseThrow().rule())
                .isEqualTo(new CallBackRule(Mode.SAMPLE, Rational.of(1, 8)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new CallBackPolicies(
                                        List.of(),
                                        List.of(
                                                own("NONE", "", "2026-03-01"),
                                                own("ALWAYS", "", "2026-03-01"))));
    }

    /** SOD-17 and S10 leave a company no choice there. */
    @Test
    void complaintsAndPaidRepairsAreCalledBackInEveryCompany() {
        for (String kind : List.of("COMPLAINT", "PAID_REPAIR")) {
            for (String mode : List.of("NONE", "IF_UNRATED", "SAMPLE")) {
                String percent = mode.equals("SAMPLE") ? "100" : "";
                assertThat(codes(SHIPPED.set(own(kind, mode, percent, "2026-01-01"))))
                        .containsExactly("callback-policy-too-weak");
            }
            accepted(SHIPPED.set(own(kind, "ALWAYS", "", "2026-01-01")));
        }
    }

    /** A call that the life of the kind does not know would keep the order open for ever. */
    @ParameterizedTest
    @EnumSource(WorkOrderKind.class)
    void noPolicyAsksForACallThatNobodyCanMake(WorkOrderKind kind) {
        if (Lifecycle.of(kind).isFromCustomer()) {
            accepted(SHIPPED.set(own(kind.name(), "ALWAYS", "", "2026-01-01")));
            return;
        }
        for (String mode : List.of("ALWAYS", "IF_UNRATED", "SAMPLE")) {
            String percent = mode.equals("SAMPLE") ? "0" : "";
            assertThat(codes(SHIPPED.set(own(kind.name(), mode, percent, "2026-01-01"))))
                    .containsExactly("callback-policy-without-call");
        }
        accepted(SHIPPED.set(own(kind.name(), "NONE", "", "2026-01-01")));
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, '', false, false",
        "IF_UNRATED, '', true, false",
        "ALWAYS, '', true, true",
        "SAMPLE, 0, false, false",
        "SAMPLE, 100, true, true"
    })
    void theRuleSaysWhichOrders(String rule, String percent, boolean unrated, boolean rated) {
        CallBackRule own = own(rule, percent, "2026-01-01").rule();
        assertThat(own.requires(new WorkOrderId("wo_1"), false, 7)).isEqualTo(unrated);
        assertThat(own.requires(new WorkOrderId("wo_1"), true, 7)).isEqualTo(rated);
    }

    @ParameterizedTest
    @CsvSource({
        "SAMPLE, 100.1, 101 percent and more is no share",
        "SAMPLE, -1, nor is less than nothing",
        "SAMPLE, '', a sample needs its share",
        "ALWAYS, 50, and nothing else has one",
        "SOMETIMES, '', an unknown rule"
    })
    void aFaultyRowIsRefused(String rule, String percent, String why) {
        assertThatExceptionOfType(CatalogueException.class)
                .as(why)
                .isThrownBy(() -> own(rule, percent, "2026-01-01"))
                .satisfies(
                        fault ->
                                assertThat(fault.faults())
                                        .singleElement()
                                        .satisfies(row -> assertThat(row.line()).isEqualTo(2)));
    }

    /** Reckoned once outside Java; a sample drawn today is the sample drawn in ten years. */
    @ParameterizedTest
    @CsvSource({
        "wo_1, 0, 3873886541306887182",
        "wo_1, 1, 8323280373270954865",
        "wo_2, 0, 8322562237070874066",
        "a, -1, 4707808979227314843"
    })
    void thePositionOfAnOrderNeverChanges(String order, long seed, BigInteger upper) {
        assertThat(CallBackRule.position(new WorkOrderId(order), seed))
                .isEqualTo(new Rational(upper, BigInteger.ONE.shiftLeft(63)));
    }

    private static CallBackPolicy own(String rule, String percent, String from) {
        return own("REPAIR", rule, percent, from);
    }

    private static CallBackPolicy own(String kind, String rule, String percent, String from) {
        return CallBackPolicies.parse(
                        "own.csv",
                        HEADER
                                + "OWN-1,本公司,Own,"
                                + kind
                                + ",,"
                                + String.join(",", rule, percent, "CS_SUPERVISOR,no", from)
                                + ",Decision 7\n")
                .get(0);
    }
}
