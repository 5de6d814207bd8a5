package dev.guanjia.server.crash;

import dev.guanjia.client.Guanjia;
import dev.guanjia.client.IdempotencyKey;
import dev.guanjia.client.Pages;
import dev.guanjia.client.Versioned;
import dev.guanjia.client.generated.api.BillingApi;
import dev.guanjia.client.model.AssignmentCreate;
import dev.guanjia.client.model.BillRun;
import dev.guanjia.client.model.BillRunCreate;
import dev.guanjia.client.model.BillRunTransitionCreate;
import dev.guanjia.client.model.BuildingCreate;
import dev.guanjia.client.model.Charge;
import dev.guanjia.client.model.CommunityCreate;
import dev.guanjia.client.model.CompanyCreate;
import dev.guanjia.client.model.ControlCheck;
import dev.guanjia.client.model.OfficeHours;
import dev.guanjia.client.model.OwnerCreate;
import dev.guanjia.client.model.StaffCreate;
import dev.guanjia.client.model.StaffTokenCreate;
import dev.guanjia.client.model.TariffCreate;
import dev.guanjia.client.model.UnitBatchCreate;
import dev.guanjia.client.model.UnitCreate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A community with nothing but area fees, large enough that a run takes a while.
 *
 * @param id the community
 * @param tokens who starts, confirms and enters runs and reads the books, by post
 * @param uri where the server answers at present
 */
record CrashCommunity(String id, Map<String, String> tokens, URI uri) {

    static final int UNITS = 2_000;
    private static final String ASSISTANT = "CS_ASSISTANT";
    private static final List<String> POSTS =
            List.of(ASSISTANT, "CS_SUPERVISOR", "STEWARD", "ACCOUNTANT");
    private static final int BATCH = 500;
    private static final BigDecimal PRICE = new BigDecimal("2.35");
    private static final LocalDate FROM = LocalDate.of(2023, 1, 1);

    static CrashCommunity load(URI uri) {
        Guanjia administrator = client(uri, ServerProcess.TOKEN);
        OfficeHours hours = new OfficeHours().opens("09:00").closes("18:00");
        CompanyCreate company =
                new CompanyCreate().name("安和物业").templateId("SINGLE_COMMUNITY").officeHours(hours);
        administrator.organisation().createCompany(IdempotencyKey.random(), company);
        Map<String, String> tokens = new TreeMap<>();
        POSTS.forEach(post -> tokens.put(post, hire(administrator, post)));
        CommunityCreate create = new CommunityCreate().name("锦绣花园").timeZone("Asia/Shanghai");
        String id =
                administrator.registry().createCommunity(IdempotencyKey.random(), create).getId();
        BuildingCreate building = new BuildingCreate().code("1").name("1栋");
        String buildingId =
                administrator
                        .registry()
                        .createBuilding(id, IdempotencyKey.random(), building)
                        .getId();
        for (int start = 0; start < UNITS; start += BATCH) {
            UnitBatchCreate batch = new UnitBatchCreate();
            for (int unit = start; unit < start + BATCH; unit++) {
                batch.addUnitsItem(unit(buildingId, unit));
            }
            administrator.registry().createUnits(id, IdempotencyKey.random(), batch);
        }
        TariffCreate tariff =
                new TariffCreate()
                        .communityId(id)
                        .feeItem("PROPERTY_SERVICE")
                        .use("RESIDENTIAL")
                        .price(PRICE)
                        .currency("CNY")
                        .from(FROM);
        administrator.billing().createTariff(IdempotencyKey.random(), tariff);
        return new CrashCommunity(id, tokens, uri);
    }

    private static String hire(Guanjia administrator, String held) {
        String number = "G%03d".formatted(POSTS.indexOf(held));
        StaffCreate person = new StaffCreate().staffNo(number).name("陈子涵");
        String staff =
                administrator.organisation().createStaff(IdempotencyKey.random(), person).getId();
        AssignmentCreate post = new AssignmentCreate().post(held).from(FROM);
        administrator.organisation().createAssignment(staff, IdempotencyKey.random(), post);
        StaffTokenCreate label = new StaffTokenCreate().label("crash test");
        return administrator
                .organisation()
                .createStaffToken(staff, IdempotencyKey.random(), label)
                .getToken();
    }

    private static UnitCreate unit(String building, int unit) {
        return new UnitCreate()
                .buildingId(building)
                .number("1-%04d".formatted(unit))
                .use("RESIDENTIAL")
                .area(area(unit))
                .owner(new OwnerCreate().name("业主" + unit))
                .meters(List.of());
    }

    private static BigDecimal area(int unit) {
        return BigDecimal.valueOf(6_000 + unit, 2);
    }

    /** By plain arithmetic: every unit's area times the price, to the fen. */
    BigDecimal expectedTotal() {
        BigDecimal total = BigDecimal.ZERO;
        for (int unit = 0; unit < UNITS; unit++) {
            total = total.add(area(unit).multiply(PRICE).setScale(2, RoundingMode.HALF_UP));
        }
        return total;
    }

    CrashCommunity at(URI other) {
        return new CrashCommunity(id, tokens, other);
    }

    BillRun startRun(YearMonth month) {
        BillRunCreate order =
                new BillRunCreate()
                        .communityId(id)
                        .period(month.toString())
                        .dueOn(month.atEndOfMonth());
        return client().billing().createBillRun(IdempotencyKey.random(), order);
    }

    BillRun run(String run) {
        return client().billing().getBillRun(run);
    }

    List<Charge> charges(String run) {
        Guanjia client = client();
        return Pages.iterate(cursor -> client.billing().listCharges(null, run, null, 200, cursor))
                .stream()
                .toList();
    }

    /** Orders that a calculated run be entered on a day. */
    void enter(String run, LocalDate day) {
        step(run, "CS_SUPERVISOR", "CONFIRM", day);
        step(run, "CS_SUPERVISOR", "REPORT", day);
        step(run, "STEWARD", "ENTER", day);
    }

    private void step(String run, String post, String action, LocalDate day) {
        BillingApi billing = client(post).billing();
        String etag = Versioned.of(billing.getBillRunWithHttpInfo(run)).etag();
        BillRunTransitionCreate step =
                new BillRunTransitionCreate()
                        .action(action)
                        .occurredAt(day.atTime(2, 0).atOffset(ZoneOffset.UTC));
        billing.transitionBillRun(run, IdempotencyKey.random(), etag, step);
    }

    /** The documents of a month in the books, each as often as it was posted. */
    List<String> posted(YearMonth month) {
        Guanjia client = client("ACCOUNTANT");
        return Pages.iterate(
                        cursor ->
                                client.ledger()
                                        .listJournalEntries(month.toString(), null, 200, cursor))
                .stream()
                .map(entry -> entry.getDocumentId())
                .toList();
    }

    /** Whether the accounts of units agree with the books at the end of a month. */
    boolean agrees(YearMonth month) {
        return client("ACCOUNTANT")
                .ledger()
                .getAccountingPeriod(month.toString())
                .getControlChecks()
                .stream()
                .allMatch(ControlCheck::getAgrees);
    }

    private Guanjia client() {
        return client(ASSISTANT);
    }

    private Guanjia client(String post) {
        return client(uri, Objects.requireNonNull(tokens.get(post)));
    }

    private static Guanjia client(URI uri, String token) {
        return Guanjia.builder(uri.toString()).token(() -> token).build();
    }
}
