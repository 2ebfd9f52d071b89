package nl.meerwaarde.tests.benchmark;

import static nl.meerwaarde.tests.benchmark.Compared.all;
import static nl.meerwaarde.tests.benchmark.Compared.report;
import static nl.meerwaarde.tests.benchmark.Compared.svg;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.MeasureReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The picture says what the table says. */
class BenchmarkPictureIT {
    private final Fhir fhir = TestServer.fhir();
    private final ComparedHospitals compared = ComparedHospitals.all();

    /** Whoever does not see the picture reads the same numbers in the table. */
    @ParameterizedTest
    @ValueSource(strings = {"mean-gain", "improved-any"})
    void thePictureSaysWhatTheTableSays(String group) throws Exception {
        String svg = svg(fhir.get(
                ComparedHospitals.MEASURE + ComparedHospitals.ONE_YEAR + "&group=" + group,
                Map.of("_format", "image/svg+xml")));
        String table = report(compared.benchmark("&group=" + group))
                .resource()
                .getText()
                .getDivAsString();
        NodeList drawn = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getElementsByTagName("g");
        List<String> said = IntStream.range(0, drawn.getLength())
                .mapToObj(i -> (Element) drawn.item(i))
                .filter(element -> element.getAttribute("role").equals("listitem"))
                .map(element -> element.getAttribute("aria-label"))
                .toList();

        assertThat(said).hasSize(5);
        for (String sentence : said) {
            String name = sentence.substring(0, sentence.indexOf(':'));
            String number = sentence.substring(sentence.indexOf(':') + 2, sentence.indexOf(" with "));
            String patients = sentence.substring(sentence.indexOf(" with ") + 6, sentence.indexOf(" patients"));
            assertThat(table).contains("<td>" + name + "</td><td>" + patients + "</td><td>" + number + "</td>");
        }
        assertThat(table).contains("<td>Klein</td><td>12</td>").contains("fewer than 30 patients");
    }

    @Test
    void whoAcceptsPicturesGetsOneAndWhoDoesNotGetsItAsADocument() {
        String picture = svg(fhir.with("Accept", "image/svg+xml")
                .get(ComparedHospitals.MEASURE + ComparedHospitals.ONE_YEAR + "&group=mean-gain"));
        Reply reply = compared.benchmark("&group=mean-gain");
        DocumentReference document = all(reply, DocumentReference.class).get(0);

        assertThat(picture).startsWith("<svg").contains("Noord", "Midden");
        assertThat(new String(document.getContentFirstRep().getAttachment().getData(), StandardCharsets.UTF_8))
                .isEqualTo(picture);
        assertThat(document.getContext().getRelatedFirstRep().getReference())
                .isEqualTo(reply.stored(Bundle.class).getEntryFirstRep().getFullUrl());
    }

    @Test
    void severalYearsAreATimeLine() {
        Reply reply = fhir.get(ComparedHospitals.MEASURE + "?periodStart=" + (ComparedHospitals.YEAR - 1)
                + "&periodEnd=" + ComparedHospitals.YEAR + "&timeLine=year&group=mean-gain");

        assertThat(all(reply, MeasureReport.class))
                .extracting(report -> report.getPeriod().getStartElement().getValueAsString())
                .containsExactly((ComparedHospitals.YEAR - 1) + "-01-01", ComparedHospitals.YEAR + "-01-01");
        assertThat(all(reply, DocumentReference.class)).hasSize(2);
        assertThat(svg(fhir.get(
                        ComparedHospitals.MEASURE + "?periodStart=" + (ComparedHospitals.YEAR - 1) + "&periodEnd="
                                + ComparedHospitals.YEAR + "&timeLine=year&group=mean-gain",
                        Map.of("_format", "svg"))))
                .contains("Noord: " + (ComparedHospitals.YEAR - 1) + " not told; " + ComparedHospitals.YEAR + " ");
    }
}
