package dev.guanjia.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PermissionsTest {

    private static final PostCatalogue POSTS = PostCatalogue.load();
    private static final Permissions PERMISSIONS = Permissions.load();

    private static final PostKey ACCOUNTANT = new PostKey("ACCOUNTANT");
    private static final PostKey CASHIER = new PostKey("CASHIER");
    private static final PostKey STEWARD = new PostKey("STEWARD");
    private static final Map<PostKey, Label> OUTSIDE = POSTS.outerSuperiors();

    /**
     * P manager, S supervisor, A assistant, C accountant, H cashier, K store, M worker, G steward.
     */
    private static final String WHO_MAY =
            """
            create-company             administrator
            create-staff               administrator
            update-staff               administrator
            create-assignment          administrator
            create-department          administrator
            rename-department          administrator
            retire-department          administrator
            create-post                administrator
            move-post                  administrator
            retire-post                administrator
            plan-headcount             administrator
            end-assignment             administrator
            create-stand-in            administrator
            end-stand-in               administrator
            register-qualification     administrator
            create-staff-token         administrator
            revoke-staff-token         administrator
            create-authority-limit     administrator
            create-community           P administrator
            create-building            P administrator
            create-units               P administrator
            import-units               P administrator
            import-owners              P administrator
            create-tariff              P administrator
            validate-tariff            P administrator
            end-tariff                 P administrator
            create-fee-item            P administrator
            rule-on-formula            P administrator
            create-formula-fact        P A
            create-pool                P A
            apportion-pool             P A
            create-service-level       P administrator
            create-service-ladder      P administrator
            update-owner               S A
            create-owner               S A
            create-occupant            S A
            update-occupant            S A
            end-stay                   S A
            record-unit-facts          S A
            create-payer-term          S A
            end-payer-term             S A
            create-meter-readings      M
            create-meter               P M administrator
            update-meter               P M administrator
            change-register            M
            create-reading-day         P administrator
            create-bill-run            A
            confirm-bill-run           S
            report-bill-run            S
            enter-bill-run             G
            cancel-bill-run            S
            reverse-charge             S
            replace-charge             S
            create-payment             H
            import-payments            H
            create-prepaid-year        H
            use-prepayments            H G
            create-prepayment-rule     P administrator
            propose-payment-reversal   H
            approve-payment-reversal   P S
            reject-payment-reversal    P S
            propose-payment-refund     H G
            approve-payment-refund     P S
            reject-payment-refund      P S
            pay-out-payment-refund     H
            cancel-payment-refund      P S
            create-receipt             H
            print-receipt              H
            sign-receipt               H
            hand-over-receipt          H
            void-receipt               C
            close-collector-day        H
            hand-over-collector-day    C H
            create-waiver              G
            sign-waiver                P S
            reject-waiver              P S
            create-collection-plan     P S
            approve-collection-plan    P S
            start-collection-plan      P S
            evaluate-collection-plan   P S
            reject-collection-plan     P S
            cancel-collection-plan     P S
            create-collector-assessment P S
            create-deferral            G
            confirm-deferral           P S
            reject-deferral            P S
            grant-deferral             G
            create-late-charge-rule    P administrator
            end-late-charge-rule       P administrator
            create-rule-table          P administrator
            enter-late-charges         S
            create-write-off           C G
            approve-write-off          P S
            reject-write-off           P S
            recover-write-off          C H
            create-deposit             H
            deduct-deposit             G
            check-deposit              A G
            create-deposit-summary     A G
            sign-deposit-summary       P S
            reject-deposit-summary     P S
            refund-deposit             H
            create-dunning-round       P S H G
            log-dunning-contact        P S H G
            send-lawyers-letter        P S
            log-out-of-remit-request   P S H G
            add-fee-question           P S H G
            close-accounting-period    C
            create-work-order          S A
            create-internal-work-order P S A C H K M G
            transition-work-order      P S A C H K M G
            comment-work-order         P S A C H K M G
            attach-to-work-order       P S A C H K M G
            link-work-order            P S A K M G
            import-work-orders         S administrator
            create-survey              S A
            create-survey-forms        S A
            perform-duty               P S A C H K M G
            confirm-duty               P S A C H K M G
            list-audit-entries         P administrator
            escalate-duty              P S A C H K M G
            waive-duty                 P S A C H K M G
            report-duty-event          P S A C H K M G
            record-duty-round          P S A C H K M G
            create-patrol-area         administrator
            end-patrol-area            administrator
            create-duty                administrator
            change-duty                administrator
            retire-duty                administrator
            set-duty-interval          administrator
            set-shift                  administrator
            set-deadline-allowance     administrator
            update-duty-policy         administrator
            create-company-day         administrator
            create-company-year        administrator
            create-duty-feed           P S A C H K M G administrator
            revoke-duty-feed           P S A C H K M G administrator
            request-approval           P S A C H K M G
            decide-approval            P S A C H K M G
            withdraw-approval          P S A C H K M G
            create-delegation          P S A C H K M G
            revoke-delegation          P S A C H K M G administrator
            create-segregation-rule    administrator
            create-segregation-override P S A C H K M G
            create-keeping             administrator
            end-keeping                administrator
            create-plan                P S A C H K M G
            revise-plan                P S A C H K M G
            transition-plan            P S A C H K M G
            sum-up-plan                P S A C H K M G
            create-report-rule         administrator
            hand-in-report             P S A C H K M G
            read-report                P S A C H K M G
            create-meeting-schedule    administrator
            call-meeting               P S A C H K M G
            transition-meeting         P S A C H K M G
            decide-in-meeting          P S A C H K M G
            set-service-price          P administrator
            quote-paid-work            P S A C H K M G
            consent-to-paid-work       P S A C H K M G
            record-paid-work           P S A C H K M G
            accept-paid-work           P S A C H K M G
            refund-paid-work           P S
            create-dispatch-profile    P S administrator
            create-duty-span           P S administrator
            withdraw-duty-span         P S administrator
            dispatch-work-order        P S A C H K M G
            take-work-order            P S A C H K M G
            create-call-back-policy    P administrator
            record-call-back           P S A C H K M G
            rate-work-order            P S A C H K M G
            create-patrol-route        P administrator
            end-patrol-route           P administrator
            create-patrol-plan         P administrator
            start-patrol-round         P S A C H K M G
            record-checkpoint-result   P S A C H K M G
            transition-patrol-round    P S A C H K M G
            create-station             P administrator
            end-station                P administrator
            plan-roster-turn           P administrator
            withdraw-roster-turn       P administrator
            record-watch-event         P S A C H K M G
            write-shift-log-entry      P S A C H K M G
            prepare-handover           P S A C H K M G
            step-handover              P S A C H K M G
            create-call-back-sample    P S administrator
            register-equipment         P administrator
            move-equipment             P administrator
            retire-equipment           P administrator
            certify-equipment          P administrator
            report-downtime            P M
            end-downtime               P M
            record-equipment-repair    P M
            name-work-order-equipment  P M
            open-inspection-order      P administrator
            set-equipment-running-hours P administrator
            set-maintenance-standard   P administrator
            make-maintenance-plan      P administrator
            reschedule-maintenance-task P
            perform-maintenance-task   P M
            verify-maintenance-task    P
            open-maintenance-orders    P administrator
            approve-emergency-plan     P
            revise-emergency-plan      P
            report-incident            P S A C H K M G
            transition-incident        P
            review-incident            P
            tick-incident-step         P S A C H K M G
            file-incident-report       P
            open-incident-work-order   P S A C H K M G
            plan-drill                 P
            move-drill                 P
            cancel-drill               P
            hold-drill                 P
            create-service-request     P S A C H K M G
            answer-service-request     S A
            tell-requester             P S A C H K M G
            set-channel                P administrator
            raise-complaint            P S A K M G
            acknowledge-escalation     P S A C H K M G
            change-severity            P S
            issue-materials            P S A C H K M G
            """;

    @Test
    void everyCommandByEveryPostAndTheAdministratorIsAsTheTableSays() {
        List<String> actual = new ArrayList<>();
        for (Permission row : PERMISSIONS.all()) {
            StringBuilder line = new StringBuilder(row.command());
            for (Post post : POSTS.all()) {
                if (isAccepted(PERMISSIONS.permit(row.command(), post.key(), POSTS))) {
                    line.append(' ').append("PSACHKMG".charAt(POSTS.all().indexOf(post)));
                }
            }
            if (isAccepted(PERMISSIONS.permitAdministrator(row.command(), POSTS))) {
                line.append(" administrator");
            }
            actual.add(line.toString());
        }
        assertThat(actual)
                .isEqualTo(WHO_MAY.lines().map(line -> line.replaceAll(" +", " ")).toList());
    }

    @Test
    void aRefusalNamesTheCommandThePostAndWhoMay() {
        assertThat(sentence(PERMISSIONS.permit("sign-waiver", STEWARD, POSTS)))
                .isEqualTo(
                        "STEWARD may not give the command sign-waiver; permitted: CS_SUPERVISOR,"
                                + " PROPERTY_MANAGER.");
    }

    @Test
    void theAdministratorActsInNoPost() {
        String sentence =
                PERMISSIONS
                        .permitAdministrator("create-payment", POSTS)
                        .fold(yes -> "", no -> Wording.of(no.get(0), Language.ZH_CN));
        assertThat(sentence).isEqualTo("岗位ADMINISTRATOR无权执行操作create-payment；有权岗位：CASHIER。");
    }

    @Test
    void whoHoldsNoPostGivesNoCommandNotEvenOneThatAnyPostMayGive() {
        for (Permission row : PERMISSIONS.all()) {
            assertThat(isAccepted(PERMISSIONS.permitWithoutPost(row.command(), POSTS))).isFalse();
        }
        assertThat(sentence(PERMISSIONS.permitWithoutPost("perform-duty", POSTS)))
                .isEqualTo("NO_POST may not give the command perform-duty; permitted: ANY_POST.");
    }

    @Test
    void aPostMayWhatThePostThatItBearsMayAndARefusalNamesPostsOfTheCompanyOnly() {
        PostCatalogue company = PostCatalogue.of(POSTS.all(), Map.of(STEWARD, CASHIER), OUTSIDE);
        assertThat(isAccepted(PERMISSIONS.permit("create-payment", STEWARD, company))).isTrue();
        assertThat(sentence(PERMISSIONS.permit("create-payment", ACCOUNTANT, company)))
                .isEqualTo(
                        "ACCOUNTANT may not give the command create-payment; permitted: CASHIER,"
                                + " STEWARD.");
        PostCatalogue empty = PostCatalogue.of(List.of(), Map.of(), OUTSIDE);
        assertThat(sentence(PERMISSIONS.permit("create-payment", ACCOUNTANT, empty)))
                .endsWith("permitted: -.");
    }

    @Test
    void anUnknownCommandIsAFaultOfTheCaller() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PERMISSIONS.permitAdministrator("create-pay", POSTS))
                .withMessage("unknown command: create-pay");
    }

    @Test
    void everyFaultyRowIsReported() {
        String header = "id,zh,en,posts,administrator,from,source";
        String rows =
                header
                        + "\na,甲,A,,no,2026-01,x\nb,,B,CASHIER,no,2026-01,x"
                        + "\nc,丙,C,CASHIER;PAINTER,no,2026-01,x\nd,丁,D,CASHIER,maybe,2026-01,x"
                        + "\ne,戊,E,*;CASHIER,no,2026-01,x\n";
        Table table = Table.parse("permissions.csv", rows, List.of(header.split(",")));
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> Permissions.of(table, Set.of(new PostKey("CASHIER"))))
                .withMessage(
                        "permissions.csv:2: nobody may give the command a\n"
                                + "permissions.csv:3 zh: is empty\n"
                                + "permissions.csv:4: unknown post: PAINTER\n"
                                + "permissions.csv:5 administrator: must be yes or no: maybe\n"
                                + "permissions.csv:6: * stands alone: *;CASHIER");
    }

    private static String sentence(Decision<Permission> decision) {
        return decision.fold(yes -> "", no -> Wording.of(no.get(0), Language.EN));
    }

    private static boolean isAccepted(Decision<Permission> decision) {
        return decision.fold(yes -> true, no -> false);
    }
}
