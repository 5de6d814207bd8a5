package dev.guanjia.server.demo;

import static dev.guanjia.server.demo.Office.key;

import dev.guanjia.client.Guanjia;
import dev.guanjia.client.Versioned;
import dev.guanjia.client.generated.api.PaidServicesApi;
import dev.guanjia.client.model.AcceptanceCreate;
import dev.guanjia.client.model.ActualWorkCreate;
import dev.guanjia.client.model.ConsentCreate;
import dev.guanjia.client.model.OwnerWord;
import dev.guanjia.client.model.PaidLineCreate;
import dev.guanjia.client.model.PaidWork;
import dev.guanjia.client.model.PriceLabel;
import dev.guanjia.client.model.QuoteCreate;
import dev.guanjia.client.model.ServicePriceCreate;
import dev.guanjia.client.model.Unit;
import dev.guanjia.client.model.WorkOrder;
import dev.guanjia.client.model.WorkOrderCreate;
import dev.guanjia.client.model.WorkOrderTransitionCreate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;

/** A new tap in the month after: quoted, consented to, done, taken, and on the owner's account. */
final class PaidRepairStep {

    private static final LocalDate DAY = DemoPlan.MONTH.atEndOfMonth().plusDays(2);
    private static final int GUARANTEE_DAYS = 30;

    private final Console console;
    private final Office office;

    PaidRepairStep(Console console, Office office) {
        this.console = console;
        this.office = office;
    }

    /** The work as it stands when the owner has taken it. */
    PaidWork run(LoadedCommunity community) {
        price("TAP_LABOUR", "更换龙头", "Fitting a tap", "LABOUR", "80.00");
        price("TAP", "水龙头", "Tap", "MATERIAL", "45.50");
        Unit home = community.units().get(0);
        String unit = home.getId();
        String owner = String.valueOf(home.getOwnerId());
        String order = receive(community.id(), unit);
        PaidServicesApi worker = office.as("MAINTENANCE_WORKER").paidServices();
        PaidServicesApi assistant = office.as("CS_ASSISTANT").paidServices();
        PaidWork quoted = worker.quotePaidWork(order, key("quote"), quote(), null);
        assistant.consentToPaidWork(
                order, key("consent"), seen(assistant, order), consent(quoted, owner));
        step(office.as("MAINTENANCE_WORKER"), order, "ARRIVE", 11);
        ActualWorkCreate done = new ActualWorkCreate().lines(lines()).doneAt(at(12));
        worker.recordActualWork(order, key("work"), seen(worker, order), done);
        AcceptanceCreate taken = new AcceptanceCreate().answer("ACCEPT").word(word(owner, 13));
        PaidWork work = assistant.acceptPaidWork(order, key("take"), seen(assistant, order), taken);
        console.say(
                "paid-repair.charged",
                quoted.getQuote().getTotal().getAmount().toPlainString(),
                work.getCharged().getAmount().toPlainString(),
                work.getChargeId());
        return work;
    }

    private void price(String item, String zh, String en, String kind, String yuan) {
        ServicePriceCreate price =
                new ServicePriceCreate()
                        .item(item)
                        .label(new PriceLabel().zh(zh).en(en))
                        .kind(kind)
                        .unit(new PriceLabel().zh("次").en("each"))
                        .price(OpeningStep.yuan(yuan))
                        .from(DAY);
        office.as("PROPERTY_MANAGER")
                .paidServices()
                .createServicePrice(key("service-price", item), price);
    }

    private String receive(String community, String unit) {
        WorkOrderCreate call =
                new WorkOrderCreate()
                        .kind("PAID_REPAIR")
                        .communityId(community)
                        .unitId(unit)
                        .title("更换厨房水龙头")
                        .channel("PHONE")
                        .receivedAt(at(8));
        Guanjia assistant = office.as("CS_ASSISTANT");
        String order = assistant.workOrders().createWorkOrder(key("paid"), call).getId();
        step(assistant, order, "POOL", 9);
        step(office.as("MAINTENANCE_WORKER"), order, "TAKE", 10);
        return order;
    }

    private static void step(Guanjia who, String order, String action, int hour) {
        Versioned<WorkOrder> seen =
                Versioned.of(who.workOrders().getWorkOrderWithHttpInfo(order, null));
        WorkOrderTransitionCreate step =
                new WorkOrderTransitionCreate().action(action).occurredAt(at(hour));
        who.workOrders().transitionWorkOrder(order, key("paid", action), seen.etag(), step);
    }

    private static String seen(PaidServicesApi who, String order) {
        return Versioned.of(who.getPaidWorkWithHttpInfo(order)).etag();
    }

    private static QuoteCreate quote() {
        return new QuoteCreate()
                .lines(lines())
                .quotedAt(at(10))
                .until(at(18))
                .guaranteeDays(GUARANTEE_DAYS);
    }

    private static List<PaidLineCreate> lines() {
        return List.of(
                new PaidLineCreate().item("TAP_LABOUR").quantity(BigDecimal.ONE),
                new PaidLineCreate().item("TAP").quantity(BigDecimal.ONE));
    }

    private static ConsentCreate consent(PaidWork quoted, String owner) {
        return new ConsentCreate()
                .answer("CONSENT")
                .total(quoted.getQuote().getTotal())
                .word(word(owner, 10));
    }

    private static OwnerWord word(String owner, int hour) {
        return new OwnerWord().ownerId(owner).saidAt(at(hour)).means("SIGNATURE");
    }

    private static OffsetDateTime at(int hour) {
        return DAY.atTime(LocalTime.of(hour, 0)).atZone(DemoPlan.ZONE).toOffsetDateTime();
    }
}
