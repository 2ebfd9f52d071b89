package nl.meerwaarde.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not certain counts for the patient. */
class StatementTest {
    @Test
    void anObjectionToTwoUsesIsTwo() {
        Consent consent = consent(ConsentProvisionType.DENY);
        consent.addCategory(category("similar-patients"));

        assertThat(Statement.of(consent))
                .hasSize(2)
                .noneMatch(Statement::permitted)
                .extracting(Statement::use)
                .containsExactlyInAnyOrder(DataUse.values());
    }

    @Test
    void whatIsAboutSomethingElseSaysNothing() {
        Consent consent = consent(ConsentProvisionType.DENY);
        consent.getCategory().clear();
        consent.addCategory(category("questionnaires"));

        assertThat(Statement.of(consent)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ConsentState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ACTIVE", "NULL"})
    void whatIsNotInForceSaysNothing(ConsentState state) {
        assertThat(Statement.of(consent(ConsentProvisionType.PERMIT).setStatus(state)))
                .isEmpty();
    }

    static Stream<Consumer<Consent.ProvisionComponent>> narrower() {
        return Stream.of(
                provision -> provision.addActor(),
                provision -> provision.addPurpose(new Coding("urn:x", "HRESCH", null)),
                provision -> provision.addCode(new CodeableConcept().setText("knees")),
                provision -> provision.addAction(new CodeableConcept().setText("collect")),
                provision -> provision.addClass_(new Coding("urn:x", "Observation", null)),
                provision -> provision.addSecurityLabel(new Coding("urn:x", "N", null)),
                provision -> provision.setDataPeriod(new Period().setStartElement(new DateTimeType("2025"))),
                provision -> provision.addData(),
                provision -> provision.addProvision().setType(ConsentProvisionType.DENY));
    }

    @ParameterizedTest
    @MethodSource("narrower")
    void aPermissionOfAPartPermitsNothingAnObjectionToAPartCountsInFull(
            Consumer<Consent.ProvisionComponent> narrowing) {
        Consent permission = consent(ConsentProvisionType.PERMIT);
        Consent objection = consent(ConsentProvisionType.DENY);
        narrowing.accept(permission.getProvision());
        narrowing.accept(objection.getProvision());
        // HAPI counts what is empty as not there.
        permission.getProvision().getActor().forEach(actor -> actor.setRole(new CodeableConcept().setText("x")));
        permission.getProvision().getData().forEach(data -> data.setMeaning(Consent.ConsentDataMeaning.INSTANCE));

        assertThat(Statement.of(permission)).isEmpty();
        assertThat(Statement.of(objection)).hasSize(1);
    }

    @Test
    void daysThatAreNotKnownShortenAPermissionAndLengthenAnObjection() {
        Period years =
                new Period().setStartElement(new DateTimeType("2024")).setEndElement(new DateTimeType("2026-03"));
        Consent permission = consent(ConsentProvisionType.PERMIT);
        permission.getProvision().setPeriod(years);
        Consent objection = consent(ConsentProvisionType.DENY);
        objection.getProvision().setPeriod(years);

        assertThat(Statement.of(permission))
                .containsExactly(new Statement(
                        DataUse.REGISTRY_DELIVERY, true, LocalDate.of(2024, 12, 31), LocalDate.of(2026, 3, 1)));
        assertThat(Statement.of(objection))
                .containsExactly(new Statement(
                        DataUse.REGISTRY_DELIVERY, false, LocalDate.of(2024, 1, 1), LocalDate.of(2026, 3, 31)));
    }

    @Test
    void aPermissionForAnUnknownPartOfAYearIsNone() {
        Consent permission = consent(ConsentProvisionType.PERMIT);
        permission
                .getProvision()
                .setPeriod(
                        new Period().setStartElement(new DateTimeType("2024")).setEndElement(new DateTimeType("2024")));

        assertThat(Statement.of(permission)).isEmpty();
    }

    private static Consent consent(ConsentProvisionType type) {
        Consent consent = new Consent().setStatus(ConsentState.ACTIVE).addCategory(category("registry-delivery"));
        consent.getProvision().setType(type);
        return consent;
    }

    private static CodeableConcept category(String code) {
        return new CodeableConcept(new Coding(Canonicals.CodeSystems.CONSENT_CATEGORY, code, null));
    }
}
