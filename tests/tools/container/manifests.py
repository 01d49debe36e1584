#!/usr/bin/env python3
"""usage: manifests.py - checks the manifests of docker/, without a cluster or a container engine.

Kubernetes: `kubectl kustomize` builds each variant. Each object conforms to the types of Kubernetes and of the Prometheus operator, in
which TypeScript also finds a misspelt member; its references resolve, and the pod conforms to the "restricted" Pod Security Standard
(kubernetes.io/docs/concepts/security/pod-security-standards). Compose: the file conforms to the schema of the Compose Specification,
what it refers to exists, and no service has more privileges than it needs.

Without kubectl, or without the npm packages of this folder, what needs them is skipped."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

try:
    import yaml
except ImportError:
    print("skipped: manifests: python3-yaml is not installed")
    sys.exit(1 if os.environ.get("CI") else 0)

HERE = Path(__file__).resolve().parent
DOCKER = HERE.parents[2] / "docker"
TYPES = {"monitoring.coreos.com/v1": "@kubernetes-models/prometheus-operator"}  # of other groups: kubernetes-models
COMMON = {"Deployment", "Service", "HorizontalPodAutoscaler", "PodDisruptionBudget", "NetworkPolicy"}
VARIANTS = {"base": COMMON, "volume": COMMON | {"PersistentVolumeClaim"}, "url": COMMON,
            "example": COMMON | {"PersistentVolumeClaim", "ServiceMonitor", "Ingress"}}
MIB = {"Mi": 1, "Gi": 1024}
faults = []


def expect(holds, what):
    if not holds:
        faults.append(what)


def mebibytes(quantity):
    return int(quantity[:-2]) * MIB[quantity[-2:]]


def have_packages():
    if (HERE / "node_modules").is_dir():
        return True
    print("skipped: manifests: the npm packages of tests/tools/container are not installed")
    return False


def check_types(variant, objects):
    """Writes the objects as TypeScript, each with the type of its kind, and compiles that."""
    lines = []
    for i, one in enumerate(objects):
        group, kind = one["apiVersion"], one["kind"]
        lines.append(f'import type {{ I{kind} as Type{i} }} from "{TYPES.get(group, "kubernetes-models")}/{group}/{kind}";')
        lines.append(f"export const object{i}: Type{i} = {json.dumps(one, default=str)};")
    with tempfile.TemporaryDirectory(dir=HERE) as folder:  # where the compiler finds the packages
        source = Path(folder) / "objects.mts"
        source.write_text("\n".join(lines))
        done = subprocess.run([HERE / "node_modules/.bin/tsc", "--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext",
                               "--moduleResolution", "nodenext", source], capture_output=True, text=True)
    expect(done.returncode == 0, f"{variant}: the objects conform to their types: {done.stdout[:2000]}")


def check_pod(variant, pod):
    context, (container,) = pod["securityContext"], pod["containers"]
    own = container["securityContext"]
    expect(context["runAsNonRoot"] is True and context["runAsUser"] == 65532, f"{variant}: the pod runs as user 65532")
    expect(context["seccompProfile"]["type"] == "RuntimeDefault", f"{variant}: the pod has a seccomp profile")
    expect(own["allowPrivilegeEscalation"] is False and own["capabilities"] == {"drop": ["ALL"]}, f"{variant}: the container has no more privileges than needed")
    expect(own["readOnlyRootFilesystem"] is True, f"{variant}: the root file system is read-only")
    asked, limit = (mebibytes(container["resources"][kind]["memory"]) for kind in ("requests", "limits"))
    expect(asked < limit, f"{variant}: the memory that is requested is below the limit, which a reload needs")
    expect(container["readinessProbe"]["httpGet"]["path"] == "/readyz", f"{variant}: readiness is /readyz")
    expect(container["livenessProbe"]["httpGet"]["path"] == "/livez", f"{variant}: liveness is /livez")
    ports = {port["name"] for port in container["ports"]}
    for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
        expect(container[probe]["httpGet"]["port"] in ports, f"{variant}: the port of {probe} exists")
    mounted = {mount["name"] for mount in container["volumeMounts"]}
    expect(mounted == {volume["name"] for volume in pod["volumes"]}, f"{variant}: volumes and mounts agree")
    drain = int(container["args"][container["args"].index("--drain-seconds") + 1])
    probe = container["readinessProbe"]
    expect(drain > probe["periodSeconds"] * probe["failureThreshold"], f"{variant}: draining takes longer than it takes to notice that the pod is not ready")
    expect(drain + 10 < pod["terminationGracePeriodSeconds"], f"{variant}: the grace period is long enough to end")
    return ports


def check_policy(variant, policy, has_url):
    """The admin port is not for everybody, and only a record from a URL needs connections to others."""
    for rule in policy["ingress"]:
        expect("from" in rule or [port["port"] for port in rule["ports"]] == ["http"], f"{variant}: only the port of the record is open to all")
    expect(any("from" in rule and {"port": "admin"} in rule["ports"] for rule in policy["ingress"]), f"{variant}: monitoring may use the admin port")
    expect({"Ingress", "Egress"} == set(policy["policyTypes"]) and bool(policy.get("egress")) == has_url, f"{variant}: connects to nothing but its URL")


def check_variant(variant, objects):
    kinds = {one["kind"]: one for one in objects}
    expect(set(kinds) == VARIANTS[variant], f"{variant}: the kinds are {VARIANTS[variant]}, not {set(kinds)}")
    deployment = kinds["Deployment"]["spec"]
    template = deployment["template"]
    labels = template["metadata"]["labels"].items()
    (container,) = template["spec"]["containers"]
    ports = check_pod(variant, template["spec"])
    expect("replicas" not in deployment, f"{variant}: the autoscaler alone sets the number of replicas")
    expect(template["spec"]["topologySpreadConstraints"], f"{variant}: replicas are spread over hosts")
    services = {one["metadata"]["name"]: one for one in objects if one["kind"] == "Service"}
    selectors = [deployment["selector"]["matchLabels"], kinds["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"],
                 kinds["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"], *(one["spec"]["selector"] for one in services.values())]
    for selector in selectors:
        expect(selector and selector.items() <= labels, f"{variant}: {selector} selects the pods")
    for service in services.values():
        expect(all(port["targetPort"] in ports for port in service["spec"]["ports"]), f"{variant}: the target ports of a service exist")
    expect([port["name"] for port in services["rapporteur"]["spec"]["ports"]] == ["http"], f"{variant}: the service does not publish the admin port")
    scaler = kinds["HorizontalPodAutoscaler"]["spec"]
    expect(scaler["scaleTargetRef"]["name"] == kinds["Deployment"]["metadata"]["name"], f"{variant}: the scaler scales the deployment")
    expect(scaler["minReplicas"] >= 3, f"{variant}: there are at least three replicas")
    data = {one["name"]: one["value"] for one in container["env"]}["RAPPORTEUR_DATA"]
    check_policy(variant, kinds["NetworkPolicy"]["spec"], data.startswith("https:"))
    expect(data.startswith("https:") or data in [mount["mountPath"] for mount in container["volumeMounts"]], f"{variant}: the record is mounted where it is read")
    check_additions(variant, kinds, services)


def check_additions(variant, kinds, services):
    if "ServiceMonitor" in kinds:
        monitor = kinds["ServiceMonitor"]["spec"]
        wanted, (endpoint,) = monitor["selector"]["matchLabels"], monitor["endpoints"]
        found = [one for one in services.values() if wanted.items() <= one["metadata"]["labels"].items()]
        expect(len(found) == 1 and endpoint["port"] in [port["name"] for port in found[0]["spec"]["ports"]], f"{variant}: the monitor finds the admin port once")
    if "Ingress" in kinds:
        (rule,) = kinds["Ingress"]["spec"]["rules"]
        backend = rule["http"]["paths"][0]["backend"]["service"]
        expect(backend["port"]["name"] in [port["name"] for port in services[backend["name"]]["spec"]["ports"]], f"{variant}: the ingress leads to the service")
        (container,) = kinds["Deployment"]["spec"]["template"]["spec"]["containers"]
        urls = [one["value"] for one in container["env"] if one["name"] == "RAPPORTEUR_URL"]
        expect(urls == [f"https://{rule['host']}"], f"{variant}: the program knows its public URL")
        expect(rule["host"] in kinds["Ingress"]["spec"]["tls"][0]["hosts"], f"{variant}: the ingress has a certificate")


def check_kubernetes():
    if not shutil.which("kubectl"):
        print("skipped: manifests: kubectl is not installed")
        return
    for variant in VARIANTS:
        built = subprocess.run(["kubectl", "kustomize", DOCKER / "kubernetes" / variant], capture_output=True, text=True)
        expect(built.returncode == 0 and not built.stderr, f"{variant}: kustomize builds it: {built.stderr}")
        objects = list(yaml.safe_load_all(built.stdout))
        check_variant(variant, objects)
        if have_packages():
            check_types(variant, objects)


def check_compose_schema(compose):
    if not have_packages():
        return
    done = subprocess.run(["node", HERE / "compose.mjs"], input=json.dumps(compose), capture_output=True, text=True)
    expect(done.returncode == 0, f"compose.yaml conforms to the schema: {done.stdout}{done.stderr}")


def check_compose():
    compose = yaml.safe_load((DOCKER / "compose.yaml").read_text(encoding="utf-8"))
    check_compose_schema(compose)
    expect("version" not in compose, "compose.yaml has no version, which is obsolete")
    services, volumes = compose["services"], compose["volumes"]
    by_default = [name for name, service in services.items() if "profiles" not in service]
    expect(by_default == ["rapporteur"], "one service starts by default")
    for name, service in services.items():
        expect(service.get("restart") == "unless-stopped", f"{name} is started again")
        for mount in service.get("volumes", []):
            source = mount.split(":")[0]
            expect((DOCKER / source).exists() if source.startswith(".") else source in volumes, f"{name}: {source} exists")
        for other in service.get("depends_on", []):
            expect(other in services, f"{name}: {other} exists")
        if service["image"] == "rapporteur":
            expect(service["read_only"] and service["cap_drop"] == ["ALL"] and service["security_opt"], f"{name} has no more privileges than needed")
            expect(service["healthcheck"]["test"][0] == "CMD", f"{name} has a health check that needs no shell")
    replicas = sorted(name for name in services if name.startswith("replica-"))
    balanced = sorted(value.split(":")[0] for key, value in services["balancer"]["environment"].items() if key.startswith("REPLICA_"))
    expect(replicas == balanced and len(replicas) == 3, "the balancer has the three replicas")
    expect(all(services["balancer"]["depends_on"][name]["condition"] == "service_healthy" for name in replicas), "the balancer waits for the replicas")


check_kubernetes()
check_compose()
for fault in faults:
    print(f"manifests: not true: {fault}")
print(f"manifests: {len(faults)} faults")
sys.exit(1 if faults else 0)
