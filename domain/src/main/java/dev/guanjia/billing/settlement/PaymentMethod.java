package dev.guanjia.billing.settlement;

/** How money is handed over. Source: requirements 03 P-COLLECT. */
public enum PaymentMethod {
    /** Cash at the desk (现金). */
    CASH,
    /** Bank transfer (银行转账). */
    BANK,
    /** WeChat Pay (微信支付). */
    WECHAT,
    /** Alipay (支付宝). */
    ALIPAY,
    /** Bank card at the desk (刷卡). */
    CARD,
    /** Cheque (支票). */
    CHEQUE
}
