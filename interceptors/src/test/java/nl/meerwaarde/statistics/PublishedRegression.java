package nl.meerwaarde.statistics;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import nl.meerwaarde.statistics.Regression.Demand;
import nl.meerwaarde.statistics.Regression.Fitted;
import org.jspecify.annotations.Nullable;

/**
 * A published data set with its regression.
 *
 * @param intercept estimate and standard error
 * @param coefficients the same of each column
 * @param digits significant digits of certified values, decimals of textbook values
 * @param rows outcome first; an object with {@code times} and {@code row} where a row repeats
 */
record PublishedRegression(
        String name,
        String source,
        String kind,
        List<String> columns,
        List<Double> intercept,
        List<List<Double>> coefficients,
        @Nullable Double rSquared,
        @Nullable Double residualDeviation,
        int digits,
        List<JsonNode> rows) {
    @JsonCreator
    PublishedRegression {}

    static List<PublishedRegression> all() {
        try (InputStream in = PublishedRegression.class.getResourceAsStream("regressions.json")) {
            ObjectMapper json = new ObjectMapper();
            return json.readValue(
                    Objects.requireNonNull(in),
                    json.getTypeFactory().constructCollectionType(List.class, PublishedRegression.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Observations observations() {
        List<double[]> x = new ArrayList<>();
        DoubleStream.Builder y = DoubleStream.builder();
        for (JsonNode row : rows) {
            double[] values = numbers(row.has("row") ? row.get("row") : row);
            for (int i = 0; i < (row.has("times") ? row.get("times").asInt() : 1); i++) {
                x.add(DoubleStream.of(values).skip(1).toArray());
                y.add(values[0]);
            }
        }
        return new Observations(columns, x.toArray(double[][]::new), y.build().toArray());
    }

    Fitted fit(Observations observations) {
        return (Fitted)
                (kind.equals("linear")
                        ? Regression.linear(observations, Demand.LEAST)
                        : Regression.logistic(observations, Demand.LEAST));
    }

    private static double[] numbers(JsonNode row) {
        return StreamSupport.stream(row.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    @Override
    public String toString() {
        return name;
    }
}
