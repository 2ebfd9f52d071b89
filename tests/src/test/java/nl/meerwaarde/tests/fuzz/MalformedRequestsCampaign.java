package nl.meerwaarde.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.junit.jupiter.api.Test;

/**
 * A hundred thousand requests with something wrong in them. None may be answered by 5xx, by nothing at all, or by words about the server's inner life.
 * {@code -Dfuzz.requests}, {@code -Dfuzz.seed} and {@code -Dfuzz.first} choose others; request n of a seed is always the same against the same server.
 */
class MalformedRequestsCampaign {
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 100_000);
    private static final int FIRST = Integer.getInteger("fuzz.first", 0);
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_123);
    private static final int SHOWN = 40;

    private final Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
    private final Map<String, String> faults = new ConcurrentSkipListMap<>();

    @Test
    void noneIsAnsweredByAFault() {
        Fhir fhir = TestServer.fhir();
        populate(fhir);
        Seeds seeds = new Seeds(fhir);
        Wire wire = new Wire(URI.create(fhir.base()).getPort());
        IntStream.range(FIRST, FIRST + REQUESTS).parallel().forEach(number -> send(wire, seeds, number));
        System.out.println("Requests by status: " + statuses);
        faults.values().stream().limit(SHOWN).forEach(System.out::println);
        assertThat(fhir.get("metadata").status()).isEqualTo(200);
        assertThat(List.copyOf(faults.keySet())).isEmpty();
    }

    /** Somebody of each kind of record, so that there is something to spoil. */
    private static void populate(Fhir fhir) {
        TestPatient patient = Patients.create(fhir, known -> {
            known.addName().setFamily("Quastenoord").addGiven("Wendelina");
            known.addIdentifier()
                    .setSystem("http://fhir.nl/fhir/NamingSystem/bsn")
                    .setValue("947316582");
            known.addTelecom().setValue("+31 6 90 87 12 34");
            known.addAddress().addLine("Zwaluwenpad 917");
        });
        TestEpisode episode = patient.episode("knee-replacement-primary", Side.LEFT);
        episode.operatedOn("2024-03-01");
        patient.answers("oxford-knee-score")
                .all("2")
                .side(Side.LEFT)
                .on("2024-02-20")
                .basedOn(episode)
                .submit();
        patient.answers("oxford-knee-score")
                .all("3")
                .side(Side.LEFT)
                .on("2024-09-01")
                .basedOn(episode)
                .submit();
    }

    private void send(Wire wire, Seeds seeds, int number) {
        HttpRequest request = new RequestDraw(new Draw(SEED * 31 + number), seeds).next();
        try {
            HttpReply reply = wire.send(request);
            statuses.computeIfAbsent(reply.status(), status -> new AtomicInteger())
                    .incrementAndGet();
            if (reply.status() == 501 && RequestDraw.isUnknown(request.method())) {
                return; // the only honest answer, by RFC 9110, 15.6.2
            }
            if (reply.status() == 0 || reply.status() >= 500) {
                fault(number, reply.status() + " " + kind(reply), request, reply);
            } else if (reply.status() >= 400) {
                reply.innerLife().ifPresent(words -> fault(number, "tells " + words, request, reply));
            }
        } catch (IOException e) {
            fault(number, e.toString(), request, new HttpReply(0, ""));
        }
    }

    /** The same fault counts once. */
    private static String kind(HttpReply reply) {
        int begin = reply.text().indexOf("diagnostics");
        String words = begin < 0
                ? ""
                : reply.text()
                        .substring(begin, Math.min(begin + 120, reply.text().length()));
        return words.replaceAll("[0-9]+", "0");
    }

    private void fault(int number, String kind, HttpRequest request, HttpReply reply) {
        faults.putIfAbsent(
                kind,
                "== " + number + ": " + kind + "\n" + request + "\n-- "
                        + reply.text().substring(0, Math.min(reply.text().length(), 1_500)) + "\n");
    }
}
