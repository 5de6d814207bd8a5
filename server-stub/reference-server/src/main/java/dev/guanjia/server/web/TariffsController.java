package dev.guanjia.server.web;

import dev.guanjia.decision.Language;
import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.TariffsApi;
import dev.guanjia.server.api.model.BillPreview;
import dev.guanjia.server.api.model.FeeItem;
import dev.guanjia.server.api.model.FeeItemCreate;
import dev.guanjia.server.api.model.Tariff;
import dev.guanjia.server.api.model.TariffCreate;
import dev.guanjia.server.api.model.TariffEndingCreate;
import dev.guanjia.server.api.model.TariffFault;
import dev.guanjia.server.api.model.TariffValidation;
import dev.guanjia.server.application.BillPreviewDesk;
import dev.guanjia.server.application.FeeItemDesk;
import dev.guanjia.server.application.GivenLabel;
import dev.guanjia.server.application.TariffVersionDesk;
import dev.guanjia.server.problem.RequestLanguage;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Versions of prices, and bills previewed. */
@RestController
@RequestMapping("/v1")
class TariffsController implements TariffsApi {

    private final CurrentCaller caller;
    private final HttpServletRequest request;
    private final FeeItemDesk items;
    private final TariffVersionDesk versions;
    private final BillPreviewDesk previews;

    TariffsController(
            CurrentCaller caller,
            HttpServletRequest request,
            FeeItemDesk items,
            TariffVersionDesk versions,
            BillPreviewDesk previews) {
        this.caller = caller;
        this.request = request;
        this.items = items;
        this.versions = versions;
        this.previews = previews;
    }

    @Override
    public ResponseEntity<FeeItem> createFeeItem(String idempotencyKey, FeeItemCreate body) {
        FeeItemDesk.Draft draft =
                new FeeItemDesk.Draft(
                        body.getId(),
                        new GivenLabel(body.getLabel().getZh(), body.getLabel().getEn()),
                        body.getBasis(),
                        body.getMeters(),
                        body.getIncome(),
                        body.getManagementFee(),
                        body.getFrom(),
                        body.getSource());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(TariffAnswers.item(items.create(caller.get(), draft)));
    }

    @Override
    public ResponseEntity<Tariff> getTariff(String tariffId) {
        return ResponseEntity.ok(TariffMapping.tariff(versions.get(caller.get(), tariffId)));
    }

    @Override
    public ResponseEntity<Tariff> endTariff(
            String tariffId, String idempotencyKey, TariffEndingCreate body) {
        return ResponseEntity.ok(
                TariffMapping.tariff(versions.end(caller.get(), tariffId, body.getTo())));
    }

    @Override
    public ResponseEntity<TariffValidation> validateTariff(
            String idempotencyKey, TariffCreate body) {
        Language language = RequestLanguage.of(request);
        List<TariffFault> faults =
                versions.validate(caller.get(), TariffMapping.draft(body)).stream()
                        .map(fault -> TariffMapping.fault(fault, language))
                        .toList();
        return ResponseEntity.ok(new TariffValidation(faults.isEmpty(), faults));
    }

    @Override
    public ResponseEntity<BillPreview> getBillPreview(String unitId, LocalDate day) {
        return ResponseEntity.ok(
                PreviewMapping.preview(
                        unitId,
                        previews.preview(caller.get(), unitId, day),
                        RequestLanguage.of(request)));
    }
}
