#!/usr/bin/env python3
"""usage: manifests.py - checks the manifests of docker/, without a cluster or a container engine.

kubernetes.yaml: each object is complete, its references resolve, and its pod conforms to the "restricted" Pod Security Standard
(kubernetes.io/docs/concepts/security/pod-security-standards). compose.yaml: the services, volumes and files that it refers to
exist, and no service has more privileges than it needs."""
import os
import sys

try:
    import yaml
except ImportError:
    print("skipped: manifests: python3-yaml is not installed")
    sys.exit(1 if os.environ.get("CI") else 0)

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../docker")
faults = []


def expect(holds, what):
    if not holds:
        faults.append(what)


def read(name):
    with open(f"{FOLDER}/{name}", encoding="utf-8") as file:
        return list(yaml.safe_load_all(file))


def check_pod(pod):
    context, (container,) = pod["securityContext"], pod["containers"]
    own = container["securityContext"]
    expect(context["runAsNonRoot"] is True and context["runAsUser"] == 65532, "the pod runs as user 65532")
    expect(context["seccompProfile"]["type"] == "RuntimeDefault", "the pod has a seccomp profile")
    expect(own["allowPrivilegeEscalation"] is False and own["capabilities"] == {"drop": ["ALL"]}, "the container has no more privileges than needed")
    expect(own["readOnlyRootFilesystem"] is True, "the root file system is read-only")
    expect({"requests", "limits"} <= container["resources"].keys(), "resources have requests and limits")
    expect(container["readinessProbe"]["httpGet"]["path"] == "/readyz", "readiness is /readyz")
    expect(container["livenessProbe"]["httpGet"]["path"] == "/livez", "liveness is /livez")
    ports = {port["name"] for port in container["ports"]}
    for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
        expect(container[probe]["httpGet"]["port"] in ports, f"the port of {probe} exists")
    mounted = {mount["name"] for mount in container["volumeMounts"]}
    expect(mounted == {volume["name"] for volume in pod["volumes"]}, "volumes and mounts agree")
    drain = int(container["args"][container["args"].index("--drain-seconds") + 1])
    probe = container["readinessProbe"]
    expect(drain > probe["periodSeconds"] * probe["failureThreshold"], "draining takes longer than it takes to notice that the pod is not ready")
    expect(drain + 10 < pod["terminationGracePeriodSeconds"], "the grace period is long enough to end")
    return ports


def check_kubernetes():
    objects = {item["kind"]: item for item in read("kubernetes.yaml")}
    kinds = {"Deployment", "Service", "HorizontalPodAutoscaler", "PodDisruptionBudget", "NetworkPolicy"}
    expect(set(objects) == kinds, f"the kinds are {kinds}")
    for kind, item in objects.items():
        expect({"apiVersion", "kind", "metadata", "spec"} == item.keys(), f"{kind} is complete")
    deployment = objects["Deployment"]["spec"]
    template = deployment["template"]
    labels = template["metadata"]["labels"].items()
    ports = check_pod(template["spec"])
    expect(template["spec"]["topologySpreadConstraints"], "replicas are spread over hosts")
    service = objects["Service"]["spec"]
    selectors = [deployment["selector"]["matchLabels"], service["selector"], objects["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"],
                 objects["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"]]
    for selector in selectors:
        expect(selector.items() <= labels, f"{selector} selects the pods")
    expect(all(port["targetPort"] in ports for port in service["ports"]), "the target ports of the service exist")
    scaler = objects["HorizontalPodAutoscaler"]["spec"]
    expect(scaler["scaleTargetRef"]["name"] == objects["Deployment"]["metadata"]["name"], "the scaler scales the deployment")
    expect(scaler["minReplicas"] >= deployment["replicas"], "the scaler has at least as many replicas as the deployment")


def check_compose():
    (compose,) = read("compose.yaml")
    services, volumes = compose["services"], compose["volumes"]
    by_default = [name for name, service in services.items() if "profiles" not in service]
    expect(by_default == ["rapporteur"], "one service starts by default")
    for name, service in services.items():
        for mount in service.get("volumes", []):
            source = mount.split(":")[0]
            expect(os.path.exists(f"{FOLDER}/{source}") if source.startswith(".") else source in volumes, f"{name}: {source} exists")
        for other in service.get("depends_on", []):
            expect(other in services, f"{name}: {other} exists")
        if service["image"] == "rapporteur":
            expect(service["read_only"] and service["cap_drop"] == ["ALL"] and service["security_opt"], f"{name} has no more privileges than needed")
    replicas = sorted(name for name in services if name.startswith("replica-"))
    balanced = sorted(value.split(":")[0] for key, value in services["balancer"]["environment"].items() if key.startswith("REPLICA_"))
    expect(replicas == balanced and len(replicas) == 3, "the balancer has the three replicas")


check_kubernetes()
check_compose()
for fault in faults:
    print(f"manifests: not true: {fault}")
print(f"manifests: {len(faults)} faults")
sys.exit(1 if faults else 0)
