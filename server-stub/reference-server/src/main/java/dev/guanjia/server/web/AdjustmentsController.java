package dev.guanjia.server.web;

import dev.guanjia.server.api.AdjustmentsApi;
import dev.guanjia.server.api.model.Deferral;
import dev.guanjia.server.api.model.DeferralConfirmationCreate;
import dev.guanjia.server.api.model.DeferralCreate;
import dev.guanjia.server.api.model.DeferralGrantCreate;
import dev.guanjia.server.api.model.DeferralPage;
import dev.guanjia.server.api.model.DeferralRejectionCreate;
import dev.guanjia.server.api.model.LateChargePage;
import dev.guanjia.server.api.model.LateChargeRule;
import dev.guanjia.server.api.model.LateChargeRuleCreate;
import dev.guanjia.server.api.model.LateChargeRuleEndingCreate;
import dev.guanjia.server.api.model.LateChargeRulePage;
import dev.guanjia.server.api.model.LateChargesCreate;
import dev.guanjia.server.api.model.LateChargesEntered;
import dev.guanjia.server.api.model.RecoveryCreate;
import dev.guanjia.server.api.model.WriteOff;
import dev.guanjia.server.api.model.WriteOffApprovalCreate;
import dev.guanjia.server.api.model.WriteOffCreate;
import dev.guanjia.server.api.model.WriteOffPage;
import dev.guanjia.server.api.model.WriteOffRejectionCreate;
import dev.guanjia.server.paging.PageRequest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Deferrals, late charges and write-offs. */
@RestController
@RequestMapping("/v1")
class AdjustmentsController implements AdjustmentsApi {

    private final DeferralAnswers deferrals;
    private final LateChargeAnswers lateCharges;
    private final WriteOffAnswers writeOffs;

    AdjustmentsController(
            DeferralAnswers deferrals, LateChargeAnswers lateCharges, WriteOffAnswers writeOffs) {
        this.deferrals = deferrals;
        this.lateCharges = lateCharges;
        this.writeOffs = writeOffs;
    }

    @Override
    public ResponseEntity<Deferral> createDeferral(String idempotencyKey, DeferralCreate body) {
        return deferrals.create(body);
    }

    @Override
    public ResponseEntity<Deferral> getDeferral(String deferralId) {
        return deferrals.get(deferralId);
    }

    @Override
    public ResponseEntity<DeferralPage> listDeferrals(
            @Nullable String unitId, Integer limit, @Nullable String cursor) {
        return deferrals.list(unitId, PageRequest.of("deferrals", limit, cursor));
    }

    @Override
    public ResponseEntity<Deferral> confirmDeferral(
            String deferralId,
            String idempotencyKey,
            String ifMatch,
            DeferralConfirmationCreate body) {
        return deferrals.confirm(deferralId, ifMatch, body);
    }

    @Override
    public ResponseEntity<Deferral> rejectDeferral(
            String deferralId,
            String idempotencyKey,
            String ifMatch,
            DeferralRejectionCreate body) {
        return deferrals.reject(deferralId, ifMatch, body);
    }

    @Override
    public ResponseEntity<Deferral> grantDeferral(
            String deferralId, String idempotencyKey, String ifMatch, DeferralGrantCreate body) {
        return deferrals.grant(deferralId, ifMatch, body);
    }

    @Override
    public ResponseEntity<LateChargeRule> createLateChargeRule(
            String idempotencyKey, LateChargeRuleCreate body) {
        return lateCharges.create(body);
    }

    @Override
    public ResponseEntity<LateChargeRule> endLateChargeRule(
            String lateChargeRuleId, String idempotencyKey, LateChargeRuleEndingCreate body) {
        return lateCharges.end(lateChargeRuleId, body);
    }

    @Override
    public ResponseEntity<LateChargeRule> getLateChargeRule(String lateChargeRuleId) {
        return lateCharges.get(lateChargeRuleId);
    }

    @Override
    public ResponseEntity<LateChargeRulePage> listLateChargeRules(
            @Nullable String communityId, Integer limit, @Nullable String cursor) {
        return lateCharges.list(communityId, PageRequest.of("late-charge-rules", limit, cursor));
    }

    @Override
    public ResponseEntity<LateChargePage> listLateCharges(
            String unitId, LocalDate on, Integer limit, @Nullable String cursor) {
        return lateCharges.preview(unitId, on, PageRequest.of("late-charges", limit, cursor));
    }

    @Override
    public ResponseEntity<LateChargesEntered> enterLateCharges(
            String unitId, String idempotencyKey, LateChargesCreate body) {
        return lateCharges.enter(unitId, body);
    }

    @Override
    public ResponseEntity<WriteOff> createWriteOff(String idempotencyKey, WriteOffCreate body) {
        return writeOffs.create(body);
    }

    @Override
    public ResponseEntity<WriteOff> getWriteOff(String writeOffId) {
        return writeOffs.get(writeOffId);
    }

    @Override
    public ResponseEntity<WriteOffPage> listWriteOffs(
            @Nullable String unitId, Integer limit, @Nullable String cursor) {
        return writeOffs.list(unitId, PageRequest.of("write-offs", limit, cursor));
    }

    @Override
    public ResponseEntity<WriteOff> approveWriteOff(
            String writeOffId, String idempotencyKey, String ifMatch, WriteOffApprovalCreate body) {
        return writeOffs.approve(writeOffId, ifMatch, body);
    }

    @Override
    public ResponseEntity<WriteOff> rejectWriteOff(
            String writeOffId,
            String idempotencyKey,
            String ifMatch,
            WriteOffRejectionCreate body) {
        return writeOffs.reject(writeOffId, ifMatch, body);
    }

    @Override
    public ResponseEntity<WriteOff> recoverWriteOff(
            String writeOffId, String idempotencyKey, String ifMatch, RecoveryCreate body) {
        return writeOffs.recover(writeOffId, ifMatch, body);
    }
}
