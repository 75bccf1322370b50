# docker build -t xxgk-lint . && docker run --rm --network none -v "$PWD:/work:ro" xxgk-lint check reports
# Offline once it is built. What is locked is installed; the rules lie in the wheel, compiled.
FROM python:3.11-slim AS build
WORKDIR /source
COPY . .
RUN python -m venv /opt/xxgk-lint \
    && /opt/xxgk-lint/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/run.txt \
    && /opt/xxgk-lint/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation .

FROM python:3.11-slim
COPY --from=build /opt/xxgk-lint /opt/xxgk-lint
RUN useradd --create-home --uid 1000 reader && mkdir /work
ENV PATH=/opt/xxgk-lint/bin:$PATH LANG=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
USER reader
WORKDIR /work
ENTRYPOINT ["xxgk-lint"]
CMD ["check", "."]
