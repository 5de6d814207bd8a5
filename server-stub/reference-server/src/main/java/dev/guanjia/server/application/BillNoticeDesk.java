package dev.guanjia.server.application;

import dev.guanjia.billing.fee.FeeItemCatalogue;
import dev.guanjia.billing.settlement.OpenCharge;
import dev.guanjia.money.AmountInWords;
import dev.guanjia.money.Money;
import dev.guanjia.property.Payer;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.PaperPlaces.Place;
import dev.guanjia.server.paper.Paper;
import dev.guanjia.server.paper.Paper.Column;
import dev.guanjia.server.paper.Paper.Field;
import dev.guanjia.server.paper.Paper.Grid;
import dev.guanjia.server.paper.Paper.Head;
import dev.guanjia.server.store.PayerNameStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Tells each who owes charges of a unit what is open (缴费通知单). */
@Service
public class BillNoticeDesk {

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("收费项目", 28, false),
                    new Column("所属期间", 29, false),
                    new Column("缴费期限", 26, false),
                    new Column("应缴（元）", 17, true));

    private final OpenCharges open;
    private final PaperPlaces places;
    private final PayerNameStore names;
    private final CompanyFeeItems company;
    private final Clock clock;

    BillNoticeDesk(
            OpenCharges open,
            PaperPlaces places,
            PayerNameStore names,
            CompanyFeeItems company,
            Clock clock) {
        this.open = open;
        this.places = places;
        this.names = names;
        this.company = company;
        this.clock = clock;
    }

    /**
     * Writes the notices of a unit, one for each who owes something of it.
     *
     * @param caller who asks
     * @param unitId the unit
     * @return what is open today, who owes the oldest charge first; where nothing is open, one
     *     notice that says so to the owner
     */
    public List<Paper> of(Caller caller, String unitId) {
        Place place = places.of(caller.tenant(), unitId);
        Map<Payer, List<OpenCharge>> owed = open.byPayer(caller.tenant(), unitId);
        Day day = new Day(place, company.of(caller.tenant()), LocalDate.now(clock));
        if (owed.isEmpty()) {
            return List.of(paper(day, place.owner(), List.of()));
        }
        Map<String, String> called = names.names(caller.tenant(), owed.keySet());
        return owed.entrySet().stream()
                .map(
                        one ->
                                paper(
                                        day,
                                        called.getOrDefault(one.getKey().toString(), ""),
                                        one.getValue()))
                .toList();
    }

    private record Day(Place place, FeeItemCatalogue items, LocalDate today) {}

    private static Paper paper(Day day, String payer, List<OpenCharge> charges) {
        Place place = day.place();
        Money sum =
                charges.stream().map(OpenCharge::open).reduce(Money.zero(Money.CNY), Money::plus);
        return new Paper(
                new Head(place.company(), "缴费通知单", "", PaperWords.day(day.today()), ""),
                List.of(
                        new Field("缴费人", payer),
                        new Field("业　主", place.owner()),
                        new Field("房　号", place.community() + " " + place.unit())),
                new Grid(
                        COLUMNS,
                        charges.stream().map(one -> line(day.items(), one, day.today())).toList()),
                List.of(
                        new Field("合计（大写）", "人民币" + AmountInWords.of(sum)),
                        new Field("小写", "¥" + PaperWords.digits(sum))),
                notes(charges),
                List.of("", "", place.company()));
    }

    private static List<String> line(FeeItemCatalogue items, OpenCharge charge, LocalDate today) {
        String late = charge.dueOn().isBefore(today) ? "（已逾期）" : "";
        return List.of(
                PaperWords.item(items, charge.key()),
                PaperWords.period(charge.key().period()),
                charge.dueOn() + late,
                PaperWords.digits(charge.open()));
    }

    private static List<String> notes(List<OpenCharge> charges) {
        return charges.isEmpty()
                ? List.of("截至今日没有未缴费用，感谢您的支持。")
                : List.of("请在缴费期限前缴清以上费用；如有疑问，请向客户服务中心查询。已缴费的请忽略本通知。");
    }
}
