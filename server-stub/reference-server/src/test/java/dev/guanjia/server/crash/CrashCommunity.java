package dev.guanjia.server.crash;

import dev.guanjia.client.Guanjia;
import dev.guanjia.client.IdempotencyKey;
import dev.guanjia.client.Pages;
import dev.guanjia.client.model.AssignmentCreate;
import dev.guanjia.client.model.BillRun;
import dev.guanjia.client.model.BillRunCreate;
import dev.guanjia.client.model.BuildingCreate;
import dev.guanjia.client.model.Charge;
import dev.guanjia.client.model.CommunityCreate;
import dev.guanjia.client.model.CompanyCreate;
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
import java.util.List;

/**
 * A community with nothing but area fees, large enough that a run takes a while.
 *
 * @param id the community
 * @param assistantToken who starts runs
 * @param uri where the server answers at present
 */
record CrashCommunity(String id, String assistantToken, URI uri) {

    static final int UNITS = 2_000;
    private static final int BATCH = 500;
    private static final BigDecimal PRICE = new BigDecimal("2.35");
    private static final LocalDate FROM = LocalDate.of(2023, 1, 1);

    static CrashCommunity load(URI uri) {
        Guanjia administrator = client(uri, ServerProcess.TOKEN);
        OfficeHours hours = new OfficeHours().opens("09:00").closes("18:00");
        CompanyCreate company =
                new CompanyCreate().name("安和物业").templateId("SINGLE_COMMUNITY").officeHours(hours);
        administrator.organisation().createCompany(IdempotencyKey.random(), company);
        String token = hireAssistant(administrator);
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
        return new CrashCommunity(id, token, uri);
    }

    private static String hireAssistant(Guanjia administrator) {
        StaffCreate person = new StaffCreate().staffNo("G003").name("陈子涵");
        String staff =
                administrator.organisation().createStaff(IdempotencyKey.random(), person).getId();
        AssignmentCreate post = new AssignmentCreate().post("CS_ASSISTANT").from(FROM);
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
        return new CrashCommunity(id, assistantToken, other);
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

    private Guanjia client() {
        return client(uri, assistantToken);
    }

    private static Guanjia client(URI uri, String token) {
        return Guanjia.builder(uri.toString()).token(() -> token).build();
    }
}
