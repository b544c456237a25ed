<#import "base.ftl" as base>
<@base.page title="Tags">
<ul class="terms">
<#list alltags as tag><li><a href="/tags/${tag}/">${tag}</a></li>
</#list></ul>
</@base.page>
