package nl.meerwaarde.tests.benchmark;

import static nl.meerwaarde.tests.benchmark.Compared.part;
import static nl.meerwaarde.tests.benchmark.Compared.report;
import static nl.meerwaarde.tests.benchmark.Compared.status;
import static nl.meerwaarde.tests.benchmark.Compared.strata;
import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;

/** Organisations side by side against the limits of chance. */
class BenchmarkIT {
    private static final String CANONICAL = "https://w3id.org/meerwaarde/fhir/Measure/knee-replacement-primary-oxford";

    private final Fhir fhir = TestServer.fhir();
    private final ComparedHospitals compared = ComparedHospitals.all();

    @Test
    void everyHospitalHasAPlaceAgainstTheLimits() {
        Report report = report(compared.benchmark("&group=mean-gain"));
        double target = report.value("mean-gain").doubleValue();
        double sd = report.deviation("mean-gain").orElseThrow().doubleValue();

        assertThat(status(compared.stratum(report, "Noord"))).isEqualTo("above-99-8");
        assertThat(status(compared.stratum(report, "Oost"))).isEqualTo("within");
        assertThat(status(compared.stratum(report, "Midden"))).isEqualTo("below-95");
        assertThat(status(compared.stratum(report, "Klein"))).isEqualTo("too-few");
        List<Extension> limits = compared.stratum(report, "Oost").getExtensionsByUrl(Extensions.CONTROL_LIMIT);
        assertThat(limits).hasSize(2);
        assertThat(part(limits.get(0), "share")).isEqualTo(0.95);
        assertThat(part(limits.get(0), "low")).isCloseTo(target - 1.96 * sd / Math.sqrt(32), within(1e-6));
        assertThat(part(limits.get(1), "high")).isCloseTo(target + 3.09 * sd / Math.sqrt(32), within(1e-6));
        assertThat(compared.stratum(report, "Klein").hasExtension(Extensions.CONTROL_LIMIT))
                .isFalse();
        assertThat(part(report.group("mean-gain").getExtensionByUrl(Extensions.CONTROL_LIMIT_BASIS), "target"))
                .isCloseTo(target, within(1e-9));
    }

    @Test
    void theOwnPlaceIsMarked() {
        Reply reply = compared.benchmark(
                "&group=mean-gain&recipient=organization&recipientOrganization=Organization/" + compared.id("Zuid"));

        assertThat(strata(report(reply)))
                .filteredOn(stratum -> stratum.hasExtension(Extensions.OWN_ORGANIZATION))
                .singleElement()
                .satisfies(stratum -> assertThat(stratum.getValue().getText()).isEqualTo(compared.id("Zuid")));
        assertThat(report(reply).resource().getText().getDivAsString()).contains("<b>Zuid (own)</b>");
    }

    @Test
    void inTheReadersLanguage() {
        Reply reply = fhir.with("Accept-Language", "nl")
                .get(ComparedHospitals.MEASURE + ComparedHospitals.ONE_YEAR + "&group=mean-gain");

        assertThat(reply).hasHeaderAmong("Content-Language", "nl");
        assertThat(report(reply).resource().getText().getDivAsString())
                .contains("Gemiddelde winst", "boven de 99,8%-grenzen", "minder dan 30 patiënten");
    }

    @Test
    void sharesHaveExactLimitsUnlessNormalOnesAreAskedFor() {
        assertThat(isExact("&group=improved-any")).isTrue();
        assertThat(isExact("&group=improved-any&limits=normal")).isFalse();
        assertThat(isExact("&group=improved-any&overDispersion=additive")).isFalse();
        assertThat(isExact("&group=mean-gain")).isFalse();
        assertThat(part(basis("&group=mean-gain&overDispersion=multiplicative"), "dispersion"))
                .isGreaterThan(1);
        assertThat(part(basis("&group=mean-gain&overDispersion=additive"), "variance-between"))
                .isPositive();
    }

    private boolean isExact(String more) {
        return Boolean.parseBoolean(
                basis(more).getExtensionByUrl("exact").getValue().primitiveValue());
    }

    private Extension basis(String more) {
        return report(compared.benchmark(more))
                .resource()
                .getGroupFirstRep()
                .getExtensionByUrl(Extensions.CONTROL_LIMIT_BASIS);
    }

    @Test
    void aMeasureIsNamedByItsAddressAndParametersMayBePosted() {
        Parameters parameters = new Parameters();
        parameters.addParameter("measure", new StringType(CANONICAL));
        parameters.addParameter("periodStart", new DateType(ComparedHospitals.YEAR + "-01-01"));
        parameters.addParameter("periodEnd", new DateType(ComparedHospitals.YEAR + "-12-31"));
        parameters.addParameter("group", new StringType("mean-gain"));
        Report posted = report(fhir.post("Measure/$benchmark", Fhir.json(parameters)));

        assertThat(posted.value("mean-gain"))
                .isEqualByComparingTo(
                        report(compared.benchmark("&group=mean-gain")).value("mean-gain"));
        assertThat(posted.value("mean-gain")).isGreaterThan(BigDecimal.TEN);
    }

    @Test
    void everyWrongParameterIsNamed() {
        assertThat(fhir.get("Measure/$benchmark?periodStart=2009-01&limits=wide&colour=red"))
                .isRefusedWith(
                        400,
                        List.of(
                                new Complaint(ProblemCode.INVALID_PARAMETER, "measure", "is needed here"),
                                new Complaint(ProblemCode.INVALID_PARAMETER, "periodEnd", "is needed"),
                                new Complaint(ProblemCode.INVALID_PARAMETER, "limits", "exact or normal"),
                                new Complaint(ProblemCode.INVALID_PARAMETER, "colour", "is not a parameter")));
        assertThat(compared.benchmark("&group=mean-loss"))
                .isRefusedWith(
                        400,
                        List.of(new Complaint(
                                ProblemCode.INVALID_PARAMETER, "group", "response-chain, mean-before, mean-after")));
        assertThat(compared.benchmark("&group=mean-gain&limits=exact"))
                .isRefusedWith(
                        400, List.of(new Complaint(ProblemCode.INVALID_PARAMETER, "limits", "mean-gain is a mean")));
    }
}
