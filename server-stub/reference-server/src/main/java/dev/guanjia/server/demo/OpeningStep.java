package dev.guanjia.server.demo;

import static dev.guanjia.server.demo.Office.key;

import dev.guanjia.client.Guanjia;
import dev.guanjia.client.generated.api.RegistryApi;
import dev.guanjia.client.model.AuthorityLimitCreate;
import dev.guanjia.client.model.BuildingCreate;
import dev.guanjia.client.model.CommunityCreate;
import dev.guanjia.client.model.CompanyCreate;
import dev.guanjia.client.model.MeterCreate;
import dev.guanjia.client.model.Money;
import dev.guanjia.client.model.OfficeHours;
import dev.guanjia.client.model.OwnerCreate;
import dev.guanjia.client.model.ServiceLevelCreate;
import dev.guanjia.client.model.TariffCreate;
import dev.guanjia.client.model.Unit;
import dev.guanjia.client.model.UnitBatchCreate;
import dev.guanjia.client.model.UnitCreate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Sets the company up and loads the community: buildings, units, owners, meters, tariffs. */
final class OpeningStep {

    private static final int BATCH = 300;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    private final Console console;
    private final DemoPlan plan;

    OpeningStep(Console console, DemoPlan plan) {
        this.console = console;
        this.plan = plan;
    }

    /** The company from the template, and its own rows: limits and service levels. */
    void company(Guanjia administrator) {
        OfficeHours hours = new OfficeHours().opens("09:00").closes("18:00");
        CompanyCreate company =
                new CompanyCreate()
                        .name("安和物业管理有限公司")
                        .templateId("SINGLE_COMMUNITY")
                        .officeHours(hours);
        administrator.organisation().createCompany(key("company"), company);
        AuthorityLimitCreate limit =
                new AuthorityLimitCreate()
                        .kind("WAIVER")
                        .post("CS_SUPERVISOR")
                        .limit(yuan("100.00"))
                        .from(FIRST_DAY)
                        .demo(true);
        administrator.organisation().createAuthorityLimit(key("limit"), limit);
        serviceLevel(administrator, "COMPLAINT", "16");
        serviceLevel(administrator, "REPAIR", "8");
    }

    private static void serviceLevel(Guanjia administrator, String kind, String hours) {
        ServiceLevelCreate level =
                new ServiceLevelCreate()
                        .kind(kind)
                        .hours(new BigDecimal(hours))
                        .clock("WORKING")
                        .from(FIRST_DAY);
        administrator.serviceLevels().createServiceLevel(key("level", kind), level);
    }

    /** The community; the units stand in the order of the plan. */
    LoadedCommunity community(Guanjia manager) {
        CommunityCreate community =
                new CommunityCreate().name("锦绣花园").timeZone(DemoPlan.ZONE.getId());
        RegistryApi registry = manager.registry();
        String id = registry.createCommunity(key("community"), community).getId();
        List<String> buildings = new ArrayList<>();
        for (int number = 1; number <= DemoPlan.BUILDINGS; number++) {
            String code = String.valueOf(number);
            BuildingCreate building = new BuildingCreate().code(code).name(code + "栋");
            buildings.add(registry.createBuilding(id, key("building", code), building).getId());
        }
        tariffs(manager, id);
        return new LoadedCommunity(id, units(manager, id, buildings));
    }

    private void tariffs(Guanjia manager, String community) {
        tariff(manager, community, "PROPERTY_SERVICE/RESIDENTIAL/2.35");
        tariff(manager, community, "PROPERTY_SERVICE/SHOP/4.80");
        tariff(manager, community, "SECONDARY_WATER/RESIDENTIAL/0.85");
        tariff(manager, community, "SECONDARY_WATER/SHOP/1.2050");
    }

    private static void tariff(Guanjia manager, String community, String terms) {
        String[] term = terms.split("/");
        TariffCreate tariff =
                new TariffCreate()
                        .communityId(community)
                        .feeItem(term[0])
                        .use(term[1])
                        .price(new BigDecimal(term[2]))
                        .currency("CNY")
                        .from(FIRST_DAY);
        manager.billing().createTariff(key("tariff", terms), tariff);
    }

    private List<Unit> units(Guanjia manager, String community, List<String> buildings) {
        List<PlannedUnit> planned = plan.units();
        List<Unit> loaded = new ArrayList<>();
        Progress progress = new Progress(console, "step.units", planned.size());
        for (int start = 0; start < planned.size(); start += BATCH) {
            UnitBatchCreate batch = new UnitBatchCreate();
            for (PlannedUnit unit : planned.subList(start, start + BATCH)) {
                batch.addUnitsItem(unit(unit, buildings.get(unit.building() - 1)));
            }
            String key = key("units", String.valueOf(start));
            loaded.addAll(manager.registry().createUnits(community, key, batch).getUnits());
            progress.to(loaded.size());
        }
        return loaded;
    }

    private static UnitCreate unit(PlannedUnit unit, String building) {
        MeterCreate meter =
                new MeterCreate()
                        .kind("WATER")
                        .serialNo("W%05d".formatted(unit.index()))
                        .installedOn(DemoPlan.METERS_INSTALLED)
                        .initialValue(unit.initialReading());
        return new UnitCreate()
                .buildingId(building)
                .number(unit.number())
                .use(unit.isShop() ? "SHOP" : "RESIDENTIAL")
                .area(unit.area())
                .owner(new OwnerCreate().name(unit.ownerName()).mobile(unit.ownerMobile()))
                .addMetersItem(meter);
    }

    static Money yuan(String amount) {
        return new Money().amount(new BigDecimal(amount)).currency("CNY");
    }
}
