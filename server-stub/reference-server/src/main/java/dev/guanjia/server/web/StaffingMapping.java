package dev.guanjia.server.web;

import dev.guanjia.decision.Language;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.Wording;
import dev.guanjia.money.Rational;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.staff.CertifiedRate;
import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.organisation.staff.QualificationKind;
import dev.guanjia.organisation.staff.Requirement;
import dev.guanjia.server.api.model.CertifiedPostRate;
import dev.guanjia.server.api.model.CertifiedPostRow;
import dev.guanjia.server.api.model.CertifiedPostRowPage;
import dev.guanjia.server.api.model.DispatchCheck;
import dev.guanjia.server.api.model.Qualification;
import dev.guanjia.server.api.model.QualificationCreate;
import dev.guanjia.server.api.model.QualificationKindPage;
import dev.guanjia.server.api.model.QualificationPage;
import dev.guanjia.server.api.model.QualificationRequirement;
import dev.guanjia.server.api.model.QualificationRequirementPage;
import dev.guanjia.server.api.model.Reason;
import dev.guanjia.server.api.model.StandIn;
import dev.guanjia.server.api.model.StandInCreate;
import dev.guanjia.server.api.model.StandInPage;
import dev.guanjia.server.application.QualificationDesk;
import dev.guanjia.server.application.StandInDesk;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.store.QualificationStore.QualificationRow;
import dev.guanjia.server.store.StandInStore.StandInRow;
import java.math.RoundingMode;
import java.util.Optional;

/** Stand-ins, qualifications and the certified-post rate on the wire. */
final class StaffingMapping {

    private static final Rational HUNDRED = Rational.of(100, 1);

    private StaffingMapping() {}

    static StandInDesk.Draft draft(StandInCreate body) {
        return new StandInDesk.Draft(
                body.getPost(),
                Optional.ofNullable(body.getReplacedId()),
                body.getStaffId(),
                body.getFrom(),
                body.getTo());
    }

    static StandIn standIn(StandInRow row) {
        dev.guanjia.organisation.StandIn standIn = row.standIn();
        return new StandIn(
                        row.id(),
                        standIn.replaced().isPresent() ? "STAND_IN" : "DEPUTY",
                        standIn.post().value(),
                        standIn.by().value(),
                        standIn.from(),
                        row.to())
                .replacedId(standIn.replaced().map(StaffId::value).orElse(null));
    }

    static StandInPage standIns(Page<StandInRow> page) {
        return new StandInPage(page.map(StaffingMapping::standIn).items())
                .nextCursor(page.nextCursor());
    }

    static QualificationDesk.Draft draft(QualificationCreate body) {
        return new QualificationDesk.Draft(
                body.getKind(),
                body.getNumber(),
                body.getFrom(),
                Optional.ofNullable(body.getTo()));
    }

    static Qualification qualification(QualificationRow row) {
        dev.guanjia.organisation.staff.Qualification qualification = row.qualification();
        return new Qualification(
                        row.id(),
                        qualification.staff().value(),
                        qualification.kind().value(),
                        qualification.number(),
                        qualification.from())
                .to(row.to().orElse(null));
    }

    static QualificationPage qualifications(Page<QualificationRow> page) {
        return new QualificationPage(page.map(StaffingMapping::qualification).items())
                .nextCursor(page.nextCursor());
    }

    static QualificationKindPage kinds(Page<QualificationKind> page) {
        return new QualificationKindPage(page.map(StaffingMapping::kind).items())
                .nextCursor(page.nextCursor());
    }

    static QualificationRequirementPage requirements(Page<Requirement> page) {
        return new QualificationRequirementPage(page.map(StaffingMapping::requirement).items())
                .nextCursor(page.nextCursor());
    }

    static DispatchCheck dispatch(
            String staffId, QualificationDesk.Dispatch dispatch, Language language) {
        return new DispatchCheck(
                staffId,
                dispatch.post(),
                dispatch.judgedOn(),
                dispatch.reasons().isEmpty(),
                dispatch.reasons().stream().map(reason -> reason(reason, language)).toList());
    }

    static CertifiedPostRate rate(QualificationDesk.Rate seen) {
        CertifiedRate rate = seen.rate();
        long certified = rate.persons().stream().filter(CertifiedRate.Person::certified).count();
        return new CertifiedPostRate(
                        Wire.at(seen.at()), Math.toIntExact(certified), rate.persons().size())
                .percent(rate.rate().map(StaffingMapping::percent).orElse(null));
    }

    static CertifiedPostRowPage persons(Page<CertifiedRate.Person> page) {
        return new CertifiedPostRowPage(page.map(StaffingMapping::person).items())
                .nextCursor(page.nextCursor());
    }

    private static String percent(Rational rate) {
        return rate.times(HUNDRED).toDecimal(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static CertifiedPostRow person(CertifiedRate.Person person) {
        return new CertifiedPostRow(
                person.staff().value(),
                person.posts().stream().map(PostKey::value).toList(),
                person.certified(),
                person.missing().stream().map(QualificationKey::value).toList());
    }

    private static dev.guanjia.server.api.model.QualificationKind kind(QualificationKind kind) {
        return new dev.guanjia.server.api.model.QualificationKind(
                kind.key().value(),
                Wire.label(kind.label()),
                kind.certificate(),
                kind.from(),
                kind.source());
    }

    private static QualificationRequirement requirement(Requirement row) {
        return new QualificationRequirement(
                row.id(),
                Wire.label(row.label()),
                row.posts().stream().map(PostKey::value).toList(),
                row.kind().value(),
                row.need().name(),
                row.from(),
                row.source());
    }

    private static Reason reason(Refusal why, Language language) {
        return new Reason(why.code().key(), Wording.of(why, language), why.facts());
    }
}
