sed 's/\x1b\[[0-9;]*m//g' /tmp/ml/ta_0.5.txt | grep -oE "FAIL .*test/answers/[a-z-]+\.test\.ts" | sed 's/.*\(test\/answers\/[a-z-]*\.test\.ts\).*/\1/' | sort | uniq -c | sort -rn
