# Needs to be told whose tokens count: MEERWAARDE_IDENTITY_ISSUERS_0_URI and MEERWAARDE_IDENTITY_AUDIENCE.
# Builds the server, lays it out unpacked with a cache of what a start needs, and runs it as a user without rights. Writes to /data and /tmp only: run it with --read-only --tmpfs /tmp (docs/running.md).
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
RUN mvn -B -q -DskipTests -pl fhir-server -am package \
 && java -Djarmode=tools -jar fhir-server/target/meerwaarde.jar extract --destination /app

FROM eclipse-temurin:25-jre
# By number, so that Kubernetes can see that it is not root.
RUN useradd --system --uid 10001 --home /data meerwaarde && install -d -o meerwaarde /data
COPY --from=build /app /app
COPY fhir-server/src/main/image/start-cache.sh /tmp/
RUN /tmp/start-cache.sh /app && rm /tmp/start-cache.sh
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 8080
# With a key of its own the server answers at https://localhost:8080; the check asks this machine only.
ENV MEERWAARDE_ADDRESS=http://localhost:8080
HEALTHCHECK --start-period=2m CMD curl --fail --silent --insecure "$MEERWAARDE_ADDRESS/actuator/health/readiness" || exit 1
ENTRYPOINT ["java", "-XX:AOTCache=/app/meerwaarde.aot", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "/app/meerwaarde.jar", "--meerwaarde.server.data-directory=/data"]
