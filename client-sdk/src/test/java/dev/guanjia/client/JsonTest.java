package dev.guanjia.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.guanjia.client.model.Money;
import dev.guanjia.client.model.Side;
import dev.guanjia.client.model.Staff;
import dev.guanjia.client.model.StaffPatch;
import dev.guanjia.client.model.WorkOrder;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
    private final ObjectMapper json = Json.mapper();

    @ParameterizedTest
    @CsvSource({"1E+3, 1000", "286.20, 286.20", "0.000001, 0.000001", "1E-7, 0.0000001"})
    void aDecimalIsPlainText(String decimal, String text) throws JsonProcessingException {
        Money money = new Money().amount(new BigDecimal(decimal)).currency("CNY");

        assertThat(json.writeValueAsString(money))
                .isEqualTo("{\"amount\":\"" + text + "\",\"currency\":\"CNY\"}");
    }

    @Test
    void aDecimalKeepsItsDigits() throws JsonProcessingException {
        String text = "{\"amount\":\"9007199254740993.10\",\"currency\":\"CNY\"}";

        assertThat(json.readValue(text, Money.class).getAmount())
                .isEqualTo(new BigDecimal("9007199254740993.10"));
    }

    @Test
    void aPropertyNewerThanTheClientIsPassedOver() throws JsonProcessingException {
        String text = "{\"id\":\"sf_00000001\",\"name\":\"A\",\"new_in_v7\":{\"a\":[1]}}";

        assertThat(json.readValue(text, Staff.class).getName()).isEqualTo("A");
    }

    @Test
    void aStateNewerThanTheClientSurvives() throws JsonProcessingException {
        String text = "{\"kind\":\"REPAIR\",\"state\":\"ON_THE_MOON\"}";

        assertThat(json.readValue(text, WorkOrder.class).getState()).isEqualTo("ON_THE_MOON");
    }

    @Test
    void aValueOutsideAClosedSetIsReadAsUnknown() throws JsonProcessingException {
        assertThat(json.readValue("\"SIDEWAYS\"", Side.class))
                .isEqualTo(Side.UNKNOWN_DEFAULT_OPEN_API);
    }

    @Test
    void aPatchTellsAbsentFromCleared() throws JsonProcessingException {
        assertThat(json.writeValueAsString(new StaffPatch())).isEqualTo("{}");
        assertThat(json.writeValueAsString(new StaffPatch().mobile(null)))
                .isEqualTo("{\"mobile\":null}");
        assertThat(json.writeValueAsString(new StaffPatch().name("A")))
                .isEqualTo("{\"name\":\"A\"}");
    }

    @JsonTypeInfo(
            use = JsonTypeInfo.Id.NAME,
            include = JsonTypeInfo.As.EXISTING_PROPERTY,
            property = "kind",
            visible = true)
    @JsonSubTypes(@JsonSubTypes.Type(value = Dog.class, name = "DOG"))
    static class Animal {
        public String kind = "";
    }

    static class Dog extends Animal {}

    @Test
    void aSubtypeNewerThanTheClientIsReadAsItsBase() throws JsonProcessingException {
        Animal cat = json.readValue("{\"kind\":\"CAT\",\"lives\":9}", Animal.class);

        assertThat(cat).isExactlyInstanceOf(Animal.class);
        assertThat(cat.kind).isEqualTo("CAT");
        assertThat(json.readValue("{\"kind\":\"DOG\"}", Animal.class)).isInstanceOf(Dog.class);
    }

    @Test
    void theMapperThatIsHandedOutIsACopy() {
        Guanjia guanjia = Guanjia.builder("http://localhost").token(() -> "t").build();

        assertThat(guanjia.json()).isNotSameAs(guanjia.json());
    }
}
