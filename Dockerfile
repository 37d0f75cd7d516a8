# Built whole from source; runs as an unprivileged account against a PostGIS named by LINDERO_DB_URL.
FROM debian:12-slim AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends maven openjdk-17-jdk-headless \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY .mvn .mvn
COPY pom.xml ./
COPY sql sql
COPY src src
COPY docs/errors.md docs/errors.md
RUN mvn -q -B package -Dmaven.test.skip=true

FROM debian:12-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates curl gdal-bin openjdk-17-jre-headless \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --home-dir /lindero --shell /usr/sbin/nologin lindero \
    && install -d -o lindero -g lindero /lindero /lindero/var
WORKDIR /lindero
COPY --from=build /build/target/lindero.jar lindero.jar
COPY --from=build /build/target/lib lib
COPY data data
USER lindero
ENV LINDERO_HOME=/lindero \
    LINDERO_HOST=0.0.0.0 \
    LANG=C.UTF-8
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=6 \
    CMD curl -fsS http://127.0.0.1:8080/readyz || exit 1
ENTRYPOINT ["java", "-Dfile.encoding=UTF-8", "-Djava.awt.headless=true", "-XX:MaxRAMPercentage=60", "-jar", "lindero.jar"]
CMD ["serve"]
