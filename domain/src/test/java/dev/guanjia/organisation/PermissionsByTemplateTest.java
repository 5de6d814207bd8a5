package dev.guanjia.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The commands in a company of every template. */
class PermissionsByTemplateTest {

    private static final Permissions PERMISSIONS = Permissions.load();
    private static final Map<String, PostCatalogue> TEMPLATES = PostCatalogue.templates();

    /**
     * Commands that no post of a template gives as it stands; a company of it adds a post that
     * bears one that does. Template, commands, why.
     */
    private static final String WITHOUT =
            """
            MANAGER_CENTRED | enter-bill-run create-waiver | 000 has no stewards
            DEPARTMENT_SUPERVISORS | create-payment | 001 has no cashier; SOD-02 keeps one apart
            DEPARTMENT_SUPERVISORS | create-receipt print-receipt sign-receipt | as above
            DEPARTMENT_SUPERVISORS | close-collector-day hand-over-receipt | as above
            DISTRICT_SPECIALISTS | create-payment close-accounting-period | 002 has no finance
            DISTRICT_SPECIALISTS | create-meter-readings change-register | 002 buys repairs in
            DISTRICT_SPECIALISTS | create-receipt print-receipt sign-receipt | as above
            DISTRICT_SPECIALISTS | close-collector-day hand-over-receipt | as above
            DISTRICT_SPECIALISTS | hand-over-collector-day void-receipt | as above
            SIX_CHAPTERS | create-bill-run enter-bill-run | 003 names no staff of the head
            SIX_CHAPTERS | create-payment | 003 names no staff of the head of finance: SOD-02
            SIX_CHAPTERS | create-receipt print-receipt sign-receipt | as above
            SIX_CHAPTERS | close-collector-day hand-over-receipt | as above
            MANAGEMENT_OFFICE | close-accounting-period | 004A keeps no books in the office
            MANAGEMENT_OFFICE | hand-over-collector-day void-receipt | as above
            SIX_LINE_DEPARTMENTS | create-bill-run | 004B's stewards enter what others calculated
            HEADQUARTERS_OVER_REGIONS | create-bill-run confirm-bill-run | 004C names managers only
            HEADQUARTERS_OVER_REGIONS | cancel-bill-run reverse-charge | 004C names managers only
            HEADQUARTERS_OVER_REGIONS | replace-charge | 004C names managers only
            HEADQUARTERS_OVER_REGIONS | enter-late-charges | as above
            HEADQUARTERS_OVER_REGIONS | report-bill-run enter-bill-run | 004C names managers only
            HEADQUARTERS_OVER_REGIONS | create-payment create-waiver | 004C names managers only
            HEADQUARTERS_OVER_REGIONS | use-prepayments propose-payment-refund | 004C managers only
            HEADQUARTERS_OVER_REGIONS | close-accounting-period | 004C names managers only
            HEADQUARTERS_OVER_REGIONS | create-survey create-survey-forms | 004C names managers only
            HEADQUARTERS_OVER_REGIONS | create-work-order import-work-orders | 004C managers only
            HEADQUARTERS_OVER_REGIONS | update-owner change-register | 004C managers only
            HEADQUARTERS_OVER_REGIONS | create-meter-readings | 004C managers only
            HEADQUARTERS_OVER_REGIONS | answer-service-request | 004C names managers only
            HEADQUARTERS_OVER_REGIONS | create-receipt print-receipt sign-receipt | as above
            HEADQUARTERS_OVER_REGIONS | close-collector-day hand-over-receipt | as above
            HEADQUARTERS_OVER_REGIONS | hand-over-collector-day void-receipt | as above
            GENERAL_MANAGERS_OFFICE | create-bill-run enter-bill-run | 004D names heads only
            GENERAL_MANAGERS_OFFICE | create-payment close-accounting-period | 004D has no finance
            GENERAL_MANAGERS_OFFICE | create-meter-readings change-register | 004D has no engineering
            GENERAL_MANAGERS_OFFICE | create-receipt print-receipt sign-receipt | as above
            GENERAL_MANAGERS_OFFICE | close-collector-day hand-over-receipt | as above
            GENERAL_MANAGERS_OFFICE | hand-over-collector-day void-receipt | as above
            SIX_GENERIC_DEPARTMENTS | create-bill-run enter-bill-run | 004F names heads only
            SIX_GENERIC_DEPARTMENTS | create-payment | 004F names the head of finance only: SOD-02
            SIX_GENERIC_DEPARTMENTS | create-receipt print-receipt sign-receipt | as above
            SIX_GENERIC_DEPARTMENTS | close-collector-day hand-over-receipt | as above
            BUSINESS_DEPARTMENT | create-payment close-accounting-period | 004G has no finance
            BUSINESS_DEPARTMENT | create-meter-readings change-register | 004G has no engineering
            BUSINESS_DEPARTMENT | create-receipt print-receipt sign-receipt | as above
            BUSINESS_DEPARTMENT | close-collector-day hand-over-receipt | as above
            BUSINESS_DEPARTMENT | hand-over-collector-day void-receipt | as above
            GROUP | create-bill-run confirm-bill-run report-bill-run | 004H: in its companies
            GROUP | cancel-bill-run reverse-charge replace-charge | 004H: in its companies
            GROUP | enter-late-charges | as above
            GROUP | enter-bill-run create-waiver update-owner | 004H: in its companies
            GROUP | create-payment close-accounting-period | 004H: in its companies
            GROUP | use-prepayments propose-payment-refund | 004H: in its companies
            GROUP | create-meter-readings change-register | 004H: in its companies
            GROUP | create-receipt print-receipt sign-receipt | as above
            GROUP | close-collector-day hand-over-receipt | as above
            GROUP | hand-over-collector-day void-receipt | as above
            SIX_DEPARTMENT_COMPANY | create-payment | 004L names no cashier; SOD-05 keeps one apart
            SIX_DEPARTMENT_COMPANY | create-receipt print-receipt sign-receipt | as above
            SIX_DEPARTMENT_COMPANY | close-collector-day hand-over-receipt | as above
            THREE_TWO_FOUR | create-bill-run enter-bill-run | 004M names heads only
            THREE_TWO_FOUR | create-payment | 004M names the head of finance only: SOD-02
            THREE_TWO_FOUR | create-meter-readings change-register | 004M has no engineering
            THREE_TWO_FOUR | create-receipt print-receipt sign-receipt | as above
            THREE_TWO_FOUR | close-collector-day hand-over-receipt | as above
            SIX_WORK_PLAN_DEPARTMENTS | create-bill-run enter-bill-run | 004N names heads only
            SIX_WORK_PLAN_DEPARTMENTS | create-payment | 004N names the head of finance only: SOD-02
            SIX_WORK_PLAN_DEPARTMENTS | create-receipt print-receipt sign-receipt | as above
            SIX_WORK_PLAN_DEPARTMENTS | close-collector-day hand-over-receipt | as above
            QUALITY_LINE | create-bill-run confirm-bill-run report-bill-run | 004O is about quality
            QUALITY_LINE | cancel-bill-run reverse-charge replace-charge | 004O is about quality
            QUALITY_LINE | enter-late-charges | as above
            QUALITY_LINE | enter-bill-run create-waiver update-owner | 004O is about quality
            QUALITY_LINE | create-payment close-accounting-period | 004O is about quality
            QUALITY_LINE | use-prepayments propose-payment-refund | 004O is about quality
            QUALITY_LINE | create-work-order import-work-orders | 004O is about quality
            QUALITY_LINE | create-meter-readings change-register | 004O is about quality
            QUALITY_LINE | answer-service-request | 004O is about quality
            QUALITY_LINE | create-receipt print-receipt sign-receipt | as above
            QUALITY_LINE | close-collector-day hand-over-receipt | as above
            QUALITY_LINE | hand-over-collector-day void-receipt | as above
            SIX_GOAL_DEPARTMENTS | create-bill-run enter-bill-run | 004Q names heads only
            SIX_GOAL_DEPARTMENTS | create-payment close-accounting-period | 004Q has no finance
            SIX_GOAL_DEPARTMENTS | create-receipt print-receipt sign-receipt | as above
            SIX_GOAL_DEPARTMENTS | close-collector-day hand-over-receipt | as above
            SIX_GOAL_DEPARTMENTS | hand-over-collector-day void-receipt | as above
            COLLECTION_GROUP | create-bill-run confirm-bill-run report-bill-run | 004J only collects
            COLLECTION_GROUP | cancel-bill-run reverse-charge replace-charge | 004J only collects
            COLLECTION_GROUP | enter-late-charges | as above
            COLLECTION_GROUP | enter-bill-run update-owner import-work-orders | 004J only collects
            COLLECTION_GROUP | create-payment close-accounting-period | 004J hands in: P-REMIT
            COLLECTION_GROUP | create-meter-readings change-register | 004J only collects
            COLLECTION_GROUP | create-receipt print-receipt sign-receipt | as above
            COLLECTION_GROUP | close-collector-day hand-over-receipt | as above
            COLLECTION_GROUP | hand-over-collector-day void-receipt | as above
            BUSINESS_DEPARTMENT | create-deposit recover-write-off | 004G has no finance
            BUSINESS_DEPARTMENT | refund-deposit | 004G has no finance
            COLLECTION_GROUP | check-deposit create-deposit-summary | 004J only collects
            COLLECTION_GROUP | create-deposit recover-write-off refund-deposit | 004J hands in
            DEPARTMENT_SUPERVISORS | create-deposit recover-write-off | 001 has no cashier
            DEPARTMENT_SUPERVISORS | refund-deposit | 001 has no cashier
            DISTRICT_SPECIALISTS | create-deposit recover-write-off | 002 has no finance
            DISTRICT_SPECIALISTS | refund-deposit | 002 has no finance
            GENERAL_MANAGERS_OFFICE | check-deposit create-deposit-summary | 004D names heads only
            GENERAL_MANAGERS_OFFICE | create-deposit recover-write-off | 004D has no finance
            GENERAL_MANAGERS_OFFICE | refund-deposit | 004D has no finance
            GROUP | check-deposit create-deferral create-deposit create-deposit-summary | 004H
            GROUP | create-write-off deduct-deposit grant-deferral recover-write-off | 004H
            GROUP | refund-deposit | 004H
            HEADQUARTERS_OVER_REGIONS | check-deposit create-deferral | 004C names managers only
            HEADQUARTERS_OVER_REGIONS | create-deposit | 004C names managers only
            HEADQUARTERS_OVER_REGIONS | create-deposit-summary | 004C names managers only
            HEADQUARTERS_OVER_REGIONS | create-write-off deduct-deposit | 004C names managers only
            HEADQUARTERS_OVER_REGIONS | grant-deferral | 004C names managers only
            HEADQUARTERS_OVER_REGIONS | recover-write-off | 004C names managers only
            HEADQUARTERS_OVER_REGIONS | refund-deposit | 004C names managers only
            MANAGER_CENTRED | create-deferral deduct-deposit grant-deferral | 000 has no stewards
            QUALITY_LINE | check-deposit create-deferral create-deposit | 004O is about quality
            QUALITY_LINE | create-deposit-summary create-write-off | 004O is about quality
            QUALITY_LINE | deduct-deposit grant-deferral recover-write-off | 004O is about quality
            QUALITY_LINE | refund-deposit | 004O is about quality
            SIX_CHAPTERS | check-deposit create-deposit-summary | 003 names no staff of the head
            SIX_CHAPTERS | create-deposit | 003 names no staff of the head of finance
            SIX_CHAPTERS | recover-write-off | 003 names no staff of the head of finance
            SIX_CHAPTERS | refund-deposit | 003 names no staff of the head of finance
            SIX_DEPARTMENT_COMPANY | create-deposit refund-deposit | 004L names no cashier
            SIX_GENERIC_DEPARTMENTS | check-deposit create-deposit-summary | 004F names heads only
            SIX_GENERIC_DEPARTMENTS | create-deposit | 004F names the head of finance only
            SIX_GENERIC_DEPARTMENTS | recover-write-off | 004F names the head of finance only
            SIX_GENERIC_DEPARTMENTS | refund-deposit | 004F names the head of finance only
            SIX_GOAL_DEPARTMENTS | check-deposit create-deposit-summary | 004Q names heads only
            SIX_GOAL_DEPARTMENTS | create-deposit recover-write-off | 004Q has no finance
            SIX_GOAL_DEPARTMENTS | refund-deposit | 004Q has no finance
            SIX_WORK_PLAN_DEPARTMENTS | check-deposit | 004N names heads only
            SIX_WORK_PLAN_DEPARTMENTS | create-deposit-summary | 004N names heads only
            SIX_WORK_PLAN_DEPARTMENTS | create-deposit | 004N names the head of finance only
            SIX_WORK_PLAN_DEPARTMENTS | recover-write-off | 004N names the head of finance only
            SIX_WORK_PLAN_DEPARTMENTS | refund-deposit | 004N names the head of finance only
            THREE_TWO_FOUR | check-deposit create-deposit-summary | 004M names heads only
            THREE_TWO_FOUR | create-deposit | 004M names the head of finance only
            THREE_TWO_FOUR | recover-write-off | 004M names the head of finance only
            THREE_TWO_FOUR | refund-deposit | 004M names the head of finance only
            """;

    /** Who takes payments does these with them; where nobody does, nobody does these. */
    private static final List<String> WITH_PAYMENTS =
            List.of(
                    "create-prepaid-year",
                    "import-payments",
                    "pay-out-payment-refund",
                    "propose-payment-reversal");

    /** Who keeps the customer files does these with them; where nobody does, nobody does these. */
    private static final List<String> WITH_OWNERS =
            List.of(
                    "create-owner",
                    "create-occupant",
                    "update-occupant",
                    "end-stay",
                    "record-unit-facts",
                    "create-payer-term",
                    "end-payer-term");

    /** What one post never gives both of. Source in the last column. */
    private static final String APART =
            """
            create-bill-run | confirm-bill-run        | 01 SOD-12
            create-bill-run | report-bill-run         | 01 SOD-12
            create-payment  | close-accounting-period | 01 SOD-05
            create-payment  | create-bill-run         | 01 SOD-12 charging apart from taking money
            create-payment  | sign-waiver             | 01 SOD-13
            create-waiver   | sign-waiver             | 01 SOD-13.2
            propose-payment-reversal | approve-payment-reversal | 05 S20
            propose-payment-refund   | approve-payment-refund   | 05 S20; P-CASH-PAY
            """;

    @Test
    void inEveryTemplateSomePostGivesEveryCommandOfPostsButThoseOfTheTable() {
        Map<String, Set<String>> missing = new TreeMap<>();
        TEMPLATES.forEach((template, company) -> missing.put(template, givenByNobody(company)));
        Map<String, Set<String>> table = new TreeMap<>();
        TEMPLATES.keySet().forEach(template -> table.put(template, new TreeSet<>()));
        rows(WITHOUT)
                .forEach(
                        row ->
                                Arrays.stream(row.get(1).split(" "))
                                        .forEach(table.get(row.get(0))::add));
        table.values().stream()
                .filter(commands -> commands.contains("create-payment"))
                .forEach(commands -> commands.addAll(WITH_PAYMENTS));
        table.values().stream()
                .filter(commands -> commands.contains("update-owner"))
                .forEach(commands -> commands.addAll(WITH_OWNERS));
        assertThat(missing).hasSize(18).isEqualTo(table);
    }

    @Test
    void inNoTemplateOnePostGivesBothHalvesOfWhatIsKeptApart() {
        for (List<String> pair : rows(APART)) {
            TEMPLATES.forEach(
                    (template, company) ->
                            assertThat(who(pair.get(0), company))
                                    .as("%s: %s and %s", template, pair.get(0), pair.get(1))
                                    .noneMatch(who(pair.get(1), company)::contains));
        }
    }

    @Test
    void inEveryTemplateTheLeaderRegistersPricesAndSignsAndTheHeadOfFinanceCloses() {
        for (OrganisationTemplate template : OrganisationTemplates.load().all()) {
            PostCatalogue company = TEMPLATES.get(template.id());
            for (String command : List.of("create-community", "create-tariff", "sign-waiver")) {
                assertThat(who(command, company)).as(template.id()).contains(template.leader());
            }
            assertThat(who("close-accounting-period", company))
                    .as(template.id())
                    .containsAll(financeHead(template));
        }
    }

    private static List<PostKey> financeHead(OrganisationTemplate template) {
        return Optional.ofNullable(template.roles().get(new RoleKey("FINANCE_HEAD"))).stream()
                .toList();
    }

    private static Set<String> givenByNobody(PostCatalogue company) {
        return PERMISSIONS.all().stream()
                .filter(row -> row.anyPost() || !row.posts().isEmpty())
                .map(Permission::command)
                .filter(command -> who(command, company).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<PostKey> who(String command, PostCatalogue company) {
        return company.all().stream()
                .map(Post::key)
                .filter(
                        post ->
                                PERMISSIONS
                                        .permit(command, post, company)
                                        .fold(yes -> true, no -> false))
                .toList();
    }

    private static List<List<String>> rows(String table) {
        return table.lines()
                .map(line -> Arrays.stream(line.split("\\|")).map(String::trim).toList())
                .toList();
    }
}
